/**
 * The rows of a declaration found in the sheets of a file, and whose they are. Start reading at
 * {@link basedecl.declarationfile.DeclarationRows}.
 */
@NullMarked
package basedecl.declarationfile;

import org.jspecify.annotations.NullMarked;
