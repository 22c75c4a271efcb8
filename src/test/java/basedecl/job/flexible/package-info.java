/** Elections by file and by desk. */
@NullMarked
package basedecl.job.flexible;

import org.jspecify.annotations.NullMarked;
