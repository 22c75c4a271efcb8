/**
 * The main job: a night's declarations in, the year's workbooks out. Start reading at {@link
 * basedecl.job.declaration.DeclarationJobConfiguration}.
 */
@NullMarked
package basedecl.job.declaration;

import org.jspecify.annotations.NullMarked;
