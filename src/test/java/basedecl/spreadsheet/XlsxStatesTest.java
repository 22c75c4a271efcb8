package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workbook says of its cells beside their values, and reading a sheet once more. */
class XlsxStatesTest {

  private static final String FORMULAS =
      "<row r='1'><c><f>1+1</f><v>2</v></c><c t='str'><f>A2</f><v>甲</v></c><c t='b'><f>1=1</f><v>1</v></c>"
          + "<c><f>1+1</f></c><c><v>3</v></c><c t='str'><f>A9</f><v></v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>";

  private final Path folder;

  XlsxStatesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<CellValue> formulas(String calculation) throws IOException, RefusedFileException {
    ZipMaker zip =
        XlsxMaker.rows(FORMULAS)
            .replace(
                "xl/workbook.xml",
                XlsxMaker.main("", "<sheet name='a' r:id='rId1'/>")
                    .replace("</workbook>", calculation + "</workbook>"));
    return Read.rows(Read.file(folder, zip.bytes())).get(0).cells();
  }

  @Test
  void resultsThatTheWorkbookCallsOutOfDateAreMarked() throws Exception {
    List<CellValue> old =
        List.of(
            new CellValue.OutOfDate(Read.number("2")),
            new CellValue.OutOfDate(Read.text("甲")),
            new CellValue.OutOfDate(new CellValue.Bool(true)),
            new CellValue.NotCalculated(),
            Read.number("3"),
            CellValue.Blank.BLANK,
            new CellValue.OutOfDate(new CellValue.ErrorValue("#DIV/0!")));

    assertThat(formulas("<calcPr calcId='1' fullCalcOnLoad='1'/>")).isEqualTo(old);
    assertThat(formulas("<calcPr calcMode='manual' calcCompleted='0'/>")).isEqualTo(old);
  }

  @Test
  void otherResultsHold() throws Exception {
    assertThat(formulas("<calcPr calcId='191029'/>").get(0)).isEqualTo(Read.number("2"));
    assertThat(formulas("<calcPr fullCalcOnLoad='false' calcCompleted='1'/>").get(0))
        .isEqualTo(Read.number("2"));
  }

  @Test
  void anotherUnitInANumberFormatIsSaid() throws Exception {
    ZipMaker zip =
        XlsxMaker.rows(
                "<row r='1'><c s='0'><v>0.5</v></c><c s='1'><v>45316</v></c><c s='0'><v>0</v></c></row>")
            .add(
                "xl/styles.xml",
                XlsxMaker.styles(
                    "<numFmt numFmtId='200' formatCode='0.00&quot;万元&quot;'/>"
                        + "<numFmt numFmtId='201' formatCode='yyyy&quot;千&quot;m'/>",
                    200,
                    201));

    List<CellValue> cells = Read.rows(Read.file(folder, zip.bytes())).get(0).cells();

    assertThat(cells.get(0)).isEqualTo(new CellValue.InUnit(new BigDecimal("0.5"), "万元"));
    assertThat(cells.get(1)).isInstanceOf(CellValue.Date.class);
    assertThat(cells.get(2)).isEqualTo(Read.number("0"));
  }

  @Test
  void hiddenColumnsAndRowsWithoutHeightAreTold() throws Exception {
    String sheet =
        XlsxMaker.sheetXml(
                "<row r='1' ht='0' customHeight='1'><c><v>1</v></c></row>"
                    + "<row r='2' ht='0'><c><v>1</v></c></row><row r='3' ht='15' customHeight='1'><c><v>1</v></c></row>")
            .replace(
                "<sheetData>",
                "<cols><col min='2' max='3' width='9' hidden='1'/><col min='5' max='5' width='0'/>"
                    + "<col min='7' max='2000000000' hidden='true'/><col min='-1' max='1' hidden='1'/><col min='9' max='8' hidden='1'/>"
                    + "<col hidden='1'/></cols><sheetData>");
    Path file = Read.file(folder, XlsxMaker.sheet(sheet).bytes());

    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      assertThat(rows.next()).extracting(SheetRow::hidden).isEqualTo(true);
      SheetTraits traits = rows.traits();
      assertThat(rows.next()).extracting(SheetRow::hidden).isEqualTo(false);
      assertThat(rows.next()).extracting(SheetRow::hidden).isEqualTo(false);
      assertThat(traits.hidden()).isFalse();
      List<Integer> hidden = new ArrayList<>();
      for (int column = 0; column < 8; column++) {
        if (traits.isColumnHidden(column)) {
          hidden.add(column);
        }
      }
      assertThat(hidden).containsExactly(1, 2, 4, 6, 7);
      assertThat(traits.isColumnHidden(16_383)).isTrue();
      assertThat(traits.isColumnHidden(16_384)).isFalse();
    }
  }

  private static List<String> rest(RowSource rows) throws IOException, RefusedFileException {
    List<String> found = new ArrayList<>();
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      found.add(row.sheet() + row.number() + row.cell(0).asText());
    }
    return found;
  }

  private static ZipMaker twoSheets() {
    return new ZipMaker()
        .add("_rels/.rels", XlsxMaker.packageRels("xl/workbook.xml"))
        .add(
            "xl/workbook.xml",
            XlsxMaker.main(
                "",
                "<sheet name='a' r:id='a'/><sheet name='b' r:id='b'/><sheet name='c' r:id='c'/>"))
        .add(
            "xl/_rels/workbook.xml.rels",
            XlsxMaker.rels(
                XlsxMaker.rel("a", "worksheet", "a.xml")
                    + XlsxMaker.rel("b", "worksheet", "b.xml")
                    + XlsxMaker.rel("c", "worksheet", "c.xml")))
        .add("xl/a.xml", XlsxMaker.sheetXml(rowsOf(1_000)))
        .add("xl/b.xml", XlsxMaker.sheetXml(rowsOf(3)))
        .add("xl/c.xml", XlsxMaker.sheetXml(""));
  }

  private static String rowsOf(int count) {
    return "<row><c><v>7</v></c></row>".repeat(count);
  }

  @Test
  void aSheetIsReadAgainFromItsFirstRowWhileTheFirstReadingGoesOn() throws Exception {
    Path file = Read.file(folder, twoSheets().bytes());
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      rows.next();
      try (RowSource again = rows.sheetAgain()) {
        assertThat(again.next()).extracting(SheetRow::number).isEqualTo(1);
        assertThat(rows.next()).extracting(SheetRow::number).isEqualTo(2);
        try (RowSource third = again.sheetAgain()) {
          assertThat(rest(third)).hasSize(1_000);
        }
        assertThat(rest(again)).hasSize(999).last().isEqualTo("a10007");
      }
      assertThat(rest(rows)).hasSize(1_001).endsWith("b17", "b27", "b37");
      // the last sheet with a row, not the empty one behind it
      try (RowSource again = rows.sheetAgain()) {
        assertThat(rest(again)).containsExactly("b17", "b27", "b37");
      }
    }
  }

  @Test
  void readingAgainIsNoBombButHasItsBound() throws Exception {
    ZipMaker zip = twoSheets();
    long parts = zip.parts().stream().mapToLong(part -> part.size).sum();
    Path file = Read.file(folder, zip.bytes());
    ReadLimits tight = new ReadLimits(1 << 20, 2 * parts, 100, 100, 10, 60);
    try (RowSource rows = new SpreadsheetFiles(tight).open(file)) {
      rows.next();
      for (int i = 0; i < 7; i++) {
        try (RowSource again = rows.sheetAgain()) {
          assertThat(rest(again)).hasSize(1_000);
        }
      }
      assertThatThrownBy(
              () -> {
                while (true) {
                  try (RowSource again = rows.sheetAgain()) {
                    rest(again);
                  }
                }
              })
          .isInstanceOf(RefusedFileException.class)
          .hasMessage("FILE_TOO_LARGE");
    }
  }

  @Test
  void aTextFileIsReadAgainToo() throws Exception {
    Path file = Read.file(folder, "sep=;\n甲;1\n\n乙;2\n".getBytes(StandardCharsets.UTF_8));
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      rows.next();
      rows.next();
      try (RowSource again = rows.sheetAgain()) {
        assertThat(rest(again)).containsExactly("1甲", "3乙");
      }
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void formatsAndMergedRangesByTheMillionAreRefusedBeforeTheyFillTheMemory() throws Exception {
    ZipMaker formats =
        XlsxMaker.rows("").add("xl/styles.xml", XlsxMaker.styles("", new int[70_000]));
    StringBuilder merged = new StringBuilder();
    for (int i = 1; i <= 100_001; i++) {
      merged.append("<mergeCell ref='A").append(2 * i).append(":A").append(2 * i + 1).append("'/>");
    }
    Path file =
        Read.file(
            folder,
            XlsxMaker.sheet(
                    XlsxMaker.sheetXml(rowsOf(1))
                        .replace(
                            "</worksheet>", "<mergeCells>" + merged + "</mergeCells></worksheet>"))
                .bytes());

    assertThat(Read.verdict(Read.file(folder, formats.bytes()))).isEqualTo("FILE_TOO_LARGE memory");
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      rows.next();
      assertThatThrownBy(rows::mergedCells).hasMessage("FILE_TOO_LARGE");
    }
  }
}
