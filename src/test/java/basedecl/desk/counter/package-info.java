/** The agency's pages for those who pay alone. */
@NullMarked
package basedecl.desk.counter;

import org.jspecify.annotations.NullMarked;
