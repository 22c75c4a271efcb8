/**
 * XML spreadsheets of Excel 2003. Start reading at {@link
 * basedecl.spreadsheet.xml2003.Xml2003Source}.
 */
@NullMarked
package basedecl.spreadsheet.xml2003;

import org.jspecify.annotations.NullMarked;
