/**
 * What an employer declares in a file, and every check across its rows. Start reading at {@link
 * basedecl.declaration.DeclarationCheck}.
 */
@NullMarked
package basedecl.declaration;

import org.jspecify.annotations.NullMarked;
