/**
 * Text files: their encoding, separator and quotes. Start reading at {@link
 * basedecl.spreadsheet.csv.CsvSource}.
 */
@NullMarked
package basedecl.spreadsheet.csv;

import org.jspecify.annotations.NullMarked;
