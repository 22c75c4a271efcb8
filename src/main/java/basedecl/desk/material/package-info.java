/**
 * The signed and sealed papers as the clerk hands them in: scans uploaded one by one, seen again,
 * submitted for review. Start reading at {@link basedecl.desk.material.Materials}.
 */
@NullMarked
package basedecl.desk.material;

import org.jspecify.annotations.NullMarked;
