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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages with tables, as accounting programs and portals write them under the name .xls. */
class WebTablesTest {

  private static final String DECLARATION =
      "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"
          + "<h3>单位编号：0370700001</h3><table border=1><tr><th>姓名<th>证件<br>号码<th>月均工资</tr>"
          + "<tr><td>张三&nbsp;<td style=\"vnd.ms-excel.numberformat:@\">370702199001010012<td x:num>5000.5"
          + "<tr><td>李四</td><td>'440524188001010014</td><td>4,300.00</td></tr></table>";

  private final Path folder;

  WebTablesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path page(String text) throws IOException {
    return Read.file(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> lines(String text) throws IOException, RefusedFileException {
    return Read.rows(page(text)).stream()
        .map(
            row ->
                row.number()
                    + (row.hidden() ? "h" : "")
                    + ":"
                    + String.join("|", row.cells().stream().map(CellValue::asText).toList()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
  void aTableWithoutItsClosingTagsIsReadInAnyEncoding(String charset) throws Exception {
    String text = charset.startsWith("UTF-16") ? "\uFEFF" + DECLARATION : DECLARATION;
    Path file = Read.file(folder, text.getBytes(Charset.forName(charset)));

    List<SheetRow> rows = Read.rows(file);

    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3, 4);
    assertThat(rows.get(0).cells()).containsExactly(Read.text("单位编号：0370700001"));
    assertThat(rows.get(1).cell(1)).isEqualTo(Read.text("证件\n号码"));
    assertThat(rows.get(2).cells())
        .containsExactly(Read.text("张三"), Read.text("370702199001010012"), Read.number("5000.5"));
    assertThat(rows.get(3).cells())
        .containsExactly(Read.text("李四"), Read.text("440524188001010014"), Read.text("4,300.00"));
    assertThat(Read.persons(file)).hasSize(2);
  }

  @Test
  void spansKeepTheColumnsOfWhatFollows() throws Exception {
    Path file =
        page(
            "<table><tr><td rowspan=2>甲<td colspan=2>乙<td>丙</tr><tr><td>1<td>2<td>3</tr>"
                + "<tr><td>a<td rowspan=9>b<td>c</table><table><tr><td>x</table>");

    assertThat(Read.rows(file))
        .extracting(row -> row.cells().stream().map(CellValue::asText).toList())
        .containsExactly(
            List.of("甲", "乙", "", "丙"),
            List.of("", "1", "2", "3"),
            List.of("a", "b", "c"),
            List.of("x"));
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      rows.next();
      assertThat(rows.mergedCells().firstRow(2, 0)).isEqualTo(1);
      assertThat(rows.mergedCells().firstRow(4, 1)).isZero();
      try (RowSource again = rows.sheetAgain()) {
        assertThat(again.next()).extracting(SheetRow::number).isEqualTo(1);
      }
      assertThat(rows.next()).extracting(SheetRow::number).isEqualTo(2);
    }
  }

  @Test
  void scriptsStylesAndCommentsSayNothingAndTablesWithinTablesAreTheirOwn() throws Exception {
    assertThat(
            lines(
                "<html><head><title>t</title><style>td{}</style></head><body>"
                    + "<script>document.write('<tr><td>9')</script><!-- <table><tr><td>8 -->"
                    + "<table><tr><td>菜单<td>"
                    + "<table><tr><td>姓名<td>工资</tr><tr><td>张三<td>1</tr></table>尾</tr></table>"
                    + "<p>单位：<b>万元</b></p>"))
        .containsExactly("1:菜单|尾", "2:姓名|工资", "3:张三|1", "4:单位：万元");
  }

  @Test
  void whatIsNotDisplayedIsHidden() throws Exception {
    Path file =
        page(
            "<table><col><col style='display:none'><tr><td>1<td>2<td>3</tr>"
                + "<tr style=\"DISPLAY: none\"><td>4<td>5<td>6</tr>"
                + "<tr><td>7<td>8<td style='display:none'>9</tr></table>");

    assertThat(Read.rows(file)).extracting(SheetRow::hidden).containsExactly(false, true, false);
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      rows.next();
      assertThat(rows.traits().isColumnHidden(0)).isFalse();
      assertThat(rows.traits().isColumnHidden(1)).isTrue();
      assertThat(rows.traits().isColumnHidden(2)).isTrue();
    }
  }

  @Test
  void whatIsRaisedStruckOutOrNotShownIsNoPartOfTheFigureBesideIt() throws Exception {
    String cells =
        "<td>5000<sup>1</sup><td><s>400</s>500<td><span style='display:none'>1</span>5000";

    assertThat(lines("<table><tr><td>a<td>b<td>c</tr><tr>" + cells + "</tr></table>"))
        .containsExactly("1:a|b|c", "2:5000\n1|400\n500|5000");
  }

  @Test
  void numberFormatsOfExcelAreUnderstood() throws Exception {
    List<CellValue> cells =
        Read.rows(
                page(
                    "<style><!-- .xl24 {mso-style-parent:style0; mso-number-format:\"0\\.00\\0022万元\\0022\";}"
                        + ".xl25 {mso-number-format:\"Short Date\";} --></style><table>"
                        + "<tr><td class=xl24 x:num=\"0.5\">0.50万元<td class=xl24>0.5<td class=xl25 x:num=\"45316\">x"
                        + "<td style='mso-number-format:\"\\@\"'>007<td x:num=\"5000.123\">5000.12<td x:err>#N/A"
                        + "<td x:num>五千</tr><tr><td>1</tr></table>"))
            .get(0)
            .cells();

    assertThat(cells.get(0)).isEqualTo(new CellValue.InUnit(new BigDecimal("0.5"), "万元"));
    assertThat(cells.get(1)).isEqualTo(new CellValue.InUnit(new BigDecimal("0.5"), "万元"));
    assertThat(cells.get(2).asText()).isEqualTo("2024-01-25");
    assertThat(cells.get(3)).isEqualTo(Read.text("007"));
    assertThat(cells.get(4)).isEqualTo(Read.number("5000.123"));
    assertThat(cells.get(5)).isEqualTo(new CellValue.ErrorValue("#N/A"));
    assertThat(cells.get(6)).isEqualTo(Read.text("五千"));
  }

  @Test
  void aPageThatSwellsWhileItIsReadHasItsBounds() throws Exception {
    StringBuilder fonts = new StringBuilder("<table><tr><td>1<td>2<tr><td>1<td>2</table><div>");
    for (int i = 0; i < 400; i++) {
      fonts.append("<font size=").append(i).append('>');
    }
    String swelling = fonts + "</div>" + "<p>x".repeat(200_000);
    String deep = "<table><tr><td>1<td>2<tr><td>1<td>2</table>" + "<div>".repeat(300_000) + "x";

    assertThat(Read.verdict(page(swelling))).isEqualTo("FILE_TOO_LARGE memory");
    assertThat(Read.verdict(page(deep))).isIn("read", "FILE_TOO_LARGE memory");
    assertThat(Read.verdict(page(DECLARATION), new ReadLimits(1 << 20, 1 << 20, 10, 100, 10, 0)))
        .isEqualTo("FILE_TOO_LARGE seconds");
  }
}
