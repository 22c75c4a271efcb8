/**
 * The manifest of a run, for programs. Start reading at {@link
 * basedecl.report.manifest.ManifestJson}.
 */
@NullMarked
package basedecl.report.manifest;

import org.jspecify.annotations.NullMarked;
