/**
 * What is wrong with a file, a row or a cell: code, place and sentence, in both languages. Start
 * reading at {@link basedecl.finding.Finding}.
 */
@NullMarked
package basedecl.finding;

import org.jspecify.annotations.NullMarked;
