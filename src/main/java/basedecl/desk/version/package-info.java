/**
 * The accepted versions of a declaration, each with what it changed. Start reading at {@link
 * basedecl.desk.version.VersionController}.
 */
@NullMarked
package basedecl.desk.version;

import org.jspecify.annotations.NullMarked;
