/**
 * A policy as text, as {@code policy show} prints it. Start reading at {@link
 * basedecl.policyfile.text.PolicyText}.
 */
@NullMarked
package basedecl.policyfile.text;

import org.jspecify.annotations.NullMarked;
