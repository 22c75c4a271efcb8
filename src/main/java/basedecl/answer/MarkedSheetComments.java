package basedecl.answer;

import basedecl.answer.MarkedSheet.Place;
import basedecl.workbook.TableBytes;
import basedecl.workbook.TableColumn;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.xssf.model.Comments;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFVMLDrawing;

/**
 * The comments of one sheet: their texts are one part, the shapes that show them another. POI makes
 * both parts, with what names and joins them; their content is written here.
 */
final class MarkedSheetComments {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final int COLUMNS = 4;
  private static final int ROWS_A_FINDING = 7;

  /** Shapes are numbered in blocks, each the property of one sheet. */
  private static final int BLOCK = 1024;

  private final Map<Place, String> comments;
  private final String author;
  private final int firstBlock;

  /**
   * Comments of a sheet.
   *
   * @param firstBlock the first free block of shape numbers, from 1
   */
  MarkedSheetComments(Map<Place, String> comments, String author, int firstBlock) {
    this.comments = comments;
    this.author = author;
    this.firstBlock = firstBlock;
  }

  /** The block after those that these comments take. */
  int nextBlock() {
    return firstBlock + 1 + comments.size() / BLOCK;
  }

  /** Makes the parts. */
  static void prepare(XSSFSheet sheet) {
    sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
  }

  static String textPart(XSSFSheet sheet) {
    return part(sheet, Comments.class);
  }

  static String shapePart(XSSFSheet sheet) {
    return part(sheet, XSSFVMLDrawing.class);
  }

  private static String part(XSSFSheet sheet, Class<?> kind) {
    for (POIXMLDocumentPart part : sheet.getRelations()) {
      if (kind.isInstance(part)) {
        return part.getPackagePart().getPartName().getName().substring(1);
      }
    }
    throw new IllegalStateException("A sheet was not prepared for comments");
  }

  void writeTexts(TableBytes out) throws IOException {
    out.raw(XML)
        .raw("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
        .raw("<authors><author>")
        .text(author)
        .raw("</author></authors><commentList>");
    for (Map.Entry<Place, String> comment : comments.entrySet()) {
      Place place = comment.getKey();
      out.raw("<comment ref=\"")
          .raw(TableColumn.letters(place.column()))
          .digits(place.row() + 1L)
          .raw("\" authorId=\"0\"><text><t>")
          .text(comment.getValue())
          .raw("</t></text></comment>");
    }
    out.raw("</commentList></comments>");
  }

  void writeShapes(TableBytes out) throws IOException {
    out.raw("<xml xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
        .raw(" xmlns:v=\"urn:schemas-microsoft-com:vml\"")
        .raw(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
        .raw("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"");
    for (int block = firstBlock; block < nextBlock(); block++) {
      out.raw(block == firstBlock ? "" : ",").digits(block);
    }
    out.raw("\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\"")
        .raw(" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
        .raw("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
    int number = firstBlock * BLOCK;
    for (Place place : comments.keySet()) {
      number++;
      shape(out, number, place);
    }
    out.raw("</xml>");
  }

  private static void shape(TableBytes out, int number, Place place) throws IOException {
    out.raw("<v:shape id=\"_x0000_s")
        .digits(number)
        .raw("\" type=\"#_x0000_t202\" style=\"position:absolute; visibility:hidden\"")
        .raw(" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color=\"#ffffe1\"/>")
        .raw("<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>")
        .raw("<v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\">")
        .raw("<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>")
        .digits(place.column() + 1L)
        .raw(", 0, ")
        .digits(place.row())
        .raw(", 0, ")
        .digits(place.column() + 1L + COLUMNS)
        .raw(", 0, ")
        .digits(place.row() + (long) ROWS_A_FINDING * place.findings())
        .raw(", 0</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
        .digits(place.row())
        .raw("</x:Row><x:Column>")
        .digits(place.column())
        .raw("</x:Column></x:ClientData></v:shape>");
  }
}
