/**
 * Files written whole or not at all, their digests, and the folders files arrive in. Start reading
 * at {@link basedecl.file.ReplacedFile}.
 */
@NullMarked
package basedecl.file;

import org.jspecify.annotations.NullMarked;
