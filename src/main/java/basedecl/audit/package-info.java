/**
 * Who is asked to check itself: the 70 % rule and further signals, one class each. Start reading at
 * {@link basedecl.audit.LowerLimitShare}.
 */
@NullMarked
package basedecl.audit;

import org.jspecify.annotations.NullMarked;
