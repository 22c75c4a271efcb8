/** The pages for those who pay alone. */
@NullMarked
package basedecl.desk.flexible;

import org.jspecify.annotations.NullMarked;
