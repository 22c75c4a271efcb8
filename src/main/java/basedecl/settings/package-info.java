/**
 * Job files: their keys, their values, and what each may be. Start reading at {@link
 * basedecl.settings.JobFile}.
 */
@NullMarked
package basedecl.settings;

import org.jspecify.annotations.NullMarked;
