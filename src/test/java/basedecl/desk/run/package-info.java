/** Tests of the operator's pages of runs. */
@NullMarked
package basedecl.desk.run;

import org.jspecify.annotations.NullMarked;
