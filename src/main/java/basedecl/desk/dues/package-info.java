/**
 * What an employer owes month by month, what it paid, and its late fees. Start reading at {@link
 * basedecl.desk.dues.DuesPage}.
 */
@NullMarked
package basedecl.desk.dues;

import org.jspecify.annotations.NullMarked;
