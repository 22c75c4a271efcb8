/**
 * Web pages saved as {@code .xls}: the cells of their tables. Start reading at {@link
 * basedecl.spreadsheet.html.HtmlSource}.
 */
@NullMarked
package basedecl.spreadsheet.html;

import org.jspecify.annotations.NullMarked;
