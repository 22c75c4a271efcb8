/**
 * The XML of a workbook's parts, read in a stream. Start reading at {@link
 * basedecl.spreadsheet.xml.XmlPart}.
 */
@NullMarked
package basedecl.spreadsheet.xml;

import org.jspecify.annotations.NullMarked;
