package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML Spreadsheet 2003, as accounting programs write it under the name .xls. */
class Xml2003Test {

  private static final String NAMESPACES =
      "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
          + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:html=\"http://www.w3.org/TR/REC-html40\"";

  private final Path folder;

  Xml2003Test(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String book(String inside) {
    return "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n<Workbook "
        + NAMESPACES
        + ">"
        + inside
        + "</Workbook>";
  }

  private static String sheet(String rows) {
    return "<Worksheet ss:Name=\"申报\"><Table>" + rows + "</Table></Worksheet>";
  }

  private static String text(String text) {
    return "<Cell><Data ss:Type=\"String\">" + text + "</Data></Cell>";
  }

  private Path file(String xml, String charset) throws IOException {
    return Read.file(folder, xml.getBytes(Charset.forName(charset)));
  }

  private List<SheetRow> rows(String inside) throws IOException, RefusedFileException {
    return Read.rows(file(book(inside), "UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,utf-8", "GB18030,gb2312", "UTF-16,UTF-16"})
  void aDeclarationIsReadInAnyEncoding(String charset, String declared) throws Exception {
    String xml =
        book(sheet(
                "<Row>"
                    + text("单位编号")
                    + text("姓名")
                    + text("证件号码")
                    + text("月均工资")
                    + "</Row><Row>"
                    + text("0001")
                    + text("张三")
                    + text("370702199001010012")
                    + "<Cell><Data ss:Type=\"Number\">5000.1000000000004</Data></Cell></Row>"))
            .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"" + declared + "\"");
    Path file = file(xml, charset);

    assertThat(Read.rows(file).get(1).cell(3)).isEqualTo(Read.number("5000.1"));
    assertThat(Read.persons(file)).hasSize(1);
  }

  @Test
  void valuesKeepTheirType() throws Exception {
    String styles =
        "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"w\"><NumberFormat ss:Format=\"0.00&quot;万元&quot;\"/></Style>"
            + "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
            + "<Style ss:ID=\"z\"><NumberFormat ss:Format=\"000000\"/></Style><Style ss:ID=\"s\"><NumberFormat ss:Format=\"Standard\"/></Style></Styles>";
    List<CellValue> cells =
        rows(styles
                + sheet(
                    "<Row><Cell ss:StyleID=\"w\"><Data ss:Type=\"Number\">0.5</Data></Cell>"
                        + "<Cell ss:StyleID=\"d\"><Data ss:Type=\"DateTime\">2024-01-25T00:00:00.000</Data></Cell>"
                        + "<Cell ss:StyleID=\"z\"><Data ss:Type=\"Number\">42</Data></Cell>"
                        + "<Cell ss:StyleID=\"s\"><Data ss:Type=\"Number\">5000</Data></Cell>"
                        + "<Cell><Data ss:Type=\"Boolean\">1</Data></Cell>"
                        + "<Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>"
                        + "<Cell ss:Formula=\"=RC[-1]\"/>"
                        + "<Cell ss:Formula=\"=1+1\"><Data ss:Type=\"Number\">2</Data></Cell>"
                        + "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>张</B><Font>三</Font></ss:Data>"
                        + "<Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>"))
            .get(0)
            .cells();

    assertThat(cells.get(0)).isEqualTo(new CellValue.InUnit(new BigDecimal("0.5"), "万元"));
    assertThat(cells.get(1).asText()).isEqualTo("2024-01-25");
    assertThat(cells.get(2).asText()).isEqualTo("000042");
    assertThat(cells.subList(3, 9))
        .containsExactly(
            Read.number("5000"),
            new CellValue.Bool(true),
            new CellValue.ErrorValue("#N/A"),
            new CellValue.NotCalculated(),
            Read.number("2"),
            Read.text("张三"));
  }

  @Test
  void placesComeFromIndexesAndMerges() throws Exception {
    String book =
        book(
            sheet(
                "<Column ss:Hidden=\"1\" ss:Span=\"1\"/><Column ss:Index=\"5\" ss:Width=\"0\"/>"
                    + "<Row ss:Index=\"3\"><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">甲</Data></Cell>"
                    + text("乙")
                    + "<Cell ss:Index=\"6\"><Data ss:Type=\"String\">丙</Data></Cell></Row>"
                    + "<Row ss:Span=\"2\" ss:Hidden=\"1\"><Cell ss:Index=\"3\"><Data ss:Type=\"String\">丁</Data></Cell></Row>"
                    + "<Row>"
                    + text("戊")
                    + "</Row>"));

    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file(book, "UTF-8"))) {
      List<String> found = new ArrayList<>();
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        found.add(
            row.number()
                + (row.hidden() ? "h" : "")
                + row.cells().stream().map(CellValue::asText).toList());
      }
      assertThat(found).containsExactly("3[甲, , 乙, , , 丙]", "4h[, , 丁]", "7[戊]");
      assertThat(rows.mergedCells().firstRow(4, 1)).isEqualTo(3);
      assertThat(rows.mergedCells().firstRow(4, 2)).isZero();
      assertThat(rows.traits().isColumnHidden(0)).isTrue();
      assertThat(rows.traits().isColumnHidden(1)).isTrue();
      assertThat(rows.traits().isColumnHidden(2)).isFalse();
      assertThat(rows.traits().isColumnHidden(4)).isTrue();
    }
  }

  @Test
  void hiddenSheetsAndResultsOutOfDateAreTold() throws Exception {
    String formula =
        "<Row><Cell ss:Formula=\"=1+1\"><Data ss:Type=\"Number\">2</Data></Cell></Row>";
    String book =
        book(
            "<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\"><Uncalced/></ExcelWorkbook>"
                + sheet("<Row>" + text("甲") + "</Row>")
                + sheet(formula)
                    .replace(
                        "</Table>",
                        "</Table><WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions>"));

    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file(book, "UTF-8"))) {
      assertThat(rows.next()).extracting(SheetRow::hidden).isEqualTo(false);
      SheetRow second = rows.next();
      assertThat(second).extracting(SheetRow::hidden).isEqualTo(true);
      assertThat(second)
          .extracting(row -> row.cell(0))
          .isEqualTo(new CellValue.OutOfDate(Read.number("2")));
      assertThat(rows.traits().hidden()).isTrue();
      try (RowSource again = rows.sheetAgain()) {
        assertThat(again.next()).isEqualTo(second);
        assertThat(again.next()).isNull();
      }
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void rowsAndCellsThatStandTwiceAreDamaged() throws Exception {
    String row = "<Row ss:Index=\"2\">" + text("a") + "</Row>";
    String cell = "<Cell ss:Index=\"1\"><Data ss:Type=\"String\">a</Data></Cell>";

    assertThat(Read.verdict(file(book(sheet(row + row)), "UTF-8")))
        .isEqualTo("FILE_DAMAGED content");
    assertThat(Read.verdict(file(book(sheet("<Row>" + cell + cell + "</Row>")), "UTF-8")))
        .isEqualTo("FILE_DAMAGED content");
  }
}
