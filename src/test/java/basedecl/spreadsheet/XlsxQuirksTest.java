package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxQuirksTest {

  private static final String RUNS =
      "<si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 三</t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si>";

  private final Path folder;

  XlsxQuirksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<SheetRow> read(ZipMaker zip) throws IOException, RefusedFileException {
    return Read.rows(Read.file(folder, zip.bytes()));
  }

  private CellValue first(String cell) throws IOException, RefusedFileException {
    return read(XlsxMaker.rows("<row r='1'>" + cell + "</row>")).get(0).cell(0);
  }

  @Test
  void runsOfASharedTextAreJoinedAndPhoneticRunsLeftOut() throws Exception {
    ZipMaker zip =
        XlsxMaker.rows("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")
            .add(
                "xl/sharedStrings.xml",
                XlsxMaker.shared(RUNS + "<si><t>a_x000D_b_x5F53_</t></si>"));

    assertThat(read(zip).get(0).cells()).containsExactly(Read.text("张 三"), Read.text("a\rb当"));
  }

  @Test
  void aRaisedOrStruckOutRunIsNoPartOfTheFigureBesideIt() throws Exception {
    String raised =
        "<si><r><t>5000</t></r><r><rPr><b/><vertAlign val='superscript'/></rPr><t>1</t></r></si>";
    String struck = "<si><r><rPr><strike/></rPr><t>400</t></r><r><t>500</t></r></si>";
    String plain =
        "<si><r><rPr><strike val='0'/><vertAlign val='baseline'/></rPr><t>50</t></r><r><t>00</t></r></si>";
    ZipMaker zip =
        XlsxMaker.rows("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>")
            .add("xl/sharedStrings.xml", XlsxMaker.shared(raised + struck + plain));

    assertThat(read(zip).get(0).cells())
        .containsExactly(Read.text("5000\n1"), Read.text("400\n500"), Read.text("5000"));
  }

  @Test
  void missingReferencesAreCounted() throws Exception {
    String rows =
        "<row><c><v>1</v></c><c/><c r='E1'><v>2</v></c><c><v>3</v></c></row>"
            + "<row r='5'><c><v>4</v></c></row><row><c r='B6'><v>5</v></c></row>";

    assertThat(read(XlsxMaker.rows(rows)))
        .extracting(row -> row.number() + ":" + row.cells().size())
        .containsExactly("1:6", "5:1", "6:2");
  }

  @Test
  void aWrongDimensionIsNotLookedAt() throws Exception {
    String sheet =
        XlsxMaker.sheetXml("<row r='9'><c r='C9'><v>1</v></c></row>")
            .replace("<sheetData>", "<dimension ref=\"A1\"/><sheetData>");

    assertThat(read(XlsxMaker.sheet(sheet)).get(0).cell(2)).isEqualTo(Read.number("1"));
  }

  @Test
  void strictWorkbooksWithPrefixesRead() throws Exception {
    String strict = "http://purl.oclc.org/ooxml/";
    ZipMaker zip =
        XlsxMaker.rows("")
            .replace(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x='"
                    + strict
                    + "spreadsheetml/main'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is>"
                    + "<x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>")
            .replace(
                "_rels/.rels",
                "<Relationships><Relationship Id='a' Target='/xl/workbook.xml' Type='"
                    + strict
                    + "officeDocument/relationships/officeDocument'/></Relationships>");

    assertThat(read(zip).get(0).cell(0)).isEqualTo(Read.text("甲"));
  }

  @Test
  void partsAreFoundByTheirRelationshipsWhateverTheirNames() throws Exception {
    ZipMaker zip =
        new ZipMaker()
            .add("_rels/.rels", XlsxMaker.packageRels("odd/Book.xml"))
            .add(
                "odd/book.xml",
                XlsxMaker.main(
                    "",
                    "<sheet name='乙' r:id='x'/><sheet name='甲' r:id='y' state='veryHidden'/><sheet name='图' r:id='z'/>"))
            .add(
                "odd/_rels/book.xml.rels",
                XlsxMaker.rels(
                    XlsxMaker.rel("y", "worksheet", "../s/a%20b.xml")
                        + XlsxMaker.rel("x", "worksheet", "./data.xml")
                        + XlsxMaker.rel("z", "chartsheet", "none.xml")))
            .add("s/a b.xml", XlsxMaker.sheetXml("<row r='1'><c><v>1</v></c></row>"))
            .add(
                "odd\\data.xml",
                XlsxMaker.sheetXml(
                    "<row r='1'><c><v>2</v></c></row><row hidden='true'><c><v>3</v></c></row>"));

    assertThat(read(zip))
        .extracting(row -> row.sheet() + row.cell(0).asText() + (row.hidden() ? " hidden" : ""))
        .containsExactly("乙2", "乙3 hidden", "甲1 hidden");
  }

  @Test
  void compatibilityAlternativesArePassedOver() throws Exception {
    String sheet =
        XlsxMaker.sheetXml("<row r='1'><c r='A1'><v>1</v></c></row>")
            .replace(
                "<sheetData>",
                "<mc:AlternateContent xmlns:mc='m'><mc:Choice><sheetData><row r='1'><c><v>9</v></c></row></sheetData></mc:Choice></mc:AlternateContent><sheetData>");

    assertThat(read(XlsxMaker.sheet(sheet))).hasSize(1);
    assertThat(read(XlsxMaker.sheet(sheet)).get(0).cell(0)).isEqualTo(Read.number("1"));
  }

  @Test
  void aFormulaReadsAsItsStoredValueOrAsNotCalculated() throws Exception {
    assertThat(first("<c><f>1+1</f><v>2</v></c>")).isEqualTo(Read.number("2"));
    assertThat(first("<c t='str'><f>A2</f><v>甲</v></c>")).isEqualTo(Read.text("甲"));
    assertThat(first("<c><f>1+1</f></c>")).isEqualTo(new CellValue.NotCalculated());
    assertThat(first("<c><f>1+1</f><v/></c>")).isEqualTo(new CellValue.NotCalculated());
    assertThat(read(XlsxMaker.rows("<row><c t='str'><f>A2</f><v></v></c></row>"))).isEmpty();
  }

  @Test
  void typedCellsKeepTheirType() throws Exception {
    assertThat(first("<c t='b'><v>1</v></c>")).isEqualTo(new CellValue.Bool(true));
    assertThat(first("<c t='e'><v>#N/A</v></c>")).isEqualTo(new CellValue.ErrorValue("#N/A"));
    assertThat(first("<c t='d'><v>2024-01-25T00:00:00</v></c>"))
        .isEqualTo(new CellValue.Date(LocalDate.of(2024, 1, 25), new BigDecimal("45316")));
    assertThat(first("<c t='inlineStr'><is><t>　A\u00A0</t></is></c>")).isEqualTo(Read.text("A"));
    assertThat(first("<c><v>五千</v></c>")).isEqualTo(Read.text("五千"));
    assertThat(first("<c><v>NaN</v></c>")).isEqualTo(new CellValue.ErrorValue("#NUM!"));
    assertThat(first("<c><v>1E+400</v></c>")).isEqualTo(new CellValue.ErrorValue("#NUM!"));
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 5000, false",
    "5000.10, 5000.1, false",
    "5000.1000000000004, 5000.1, false",
    "4999.9999999999991, 5000, false",
    "0.30000000000000004, 0.3, false",
    "-12.50, -12.5, false",
    "4.2419999999999995E3, 4242, false",
    "110105491231002, 110105491231002, false",
    "123456789012345, 123456789012345, false",
    "110105194912310021, 110105194912310000, true",
    "1.10105194912310E+17, 110105194912310000, true",
    "1000000000000000, 1000000000000000, true",
    "0000000000000000000012, 12, false",
    ".5, 0.5, false",
  })
  void numbersAreExactToFifteenSignificantDigits(String stored, String value, boolean lost)
      throws Exception {
    assertThat(first("<c><v>" + stored + "</v></c>"))
        .isEqualTo(new CellValue.Numeric(new BigDecimal(value), 0, lost));
  }

  @Test
  void formatsTellDatesAndLeadingZeros() throws Exception {
    ZipMaker zip =
        XlsxMaker.rows(
                "<row r='1'><c s='0'><v>45316.75</v></c><c s='1'><v>45316</v></c><c s='2'><v>42</v></c>"
                    + "<c s='3'><v>0.5</v></c><c s='4'><v>5000</v></c><c s='99'><v>5000</v></c><c s='5'><v>45316</v></c></row>")
            .add(
                "xl/styles.xml",
                XlsxMaker.styles(
                    "<numFmt numFmtId='200' formatCode='000000'/>"
                        + "<numFmt numFmtId='201' formatCode='[h]:mm'/>"
                        + "<numFmt numFmtId='202' formatCode='\"d\"#,##0.00_);[Red]\\d0'/>"
                        + "<numFmt numFmtId='203' formatCode='[$-804]yyyy\"年\"m\"月\"'/>",
                    14,
                    31,
                    200,
                    201,
                    202,
                    203));
    LocalDate day = LocalDate.of(2024, 1, 25);

    assertThat(read(zip).get(0).cells())
        .containsExactly(
            new CellValue.Date(day, new BigDecimal("45316.75")),
            new CellValue.Date(day, new BigDecimal("45316")),
            new CellValue.Numeric(new BigDecimal("42"), 6, false),
            Read.number("0.5"),
            Read.number("5000"),
            Read.number("5000"),
            new CellValue.Date(day, new BigDecimal("45316")));
  }

  @Test
  void aPercentageIsNoAmountOfYuan() throws Exception {
    ZipMaker zip =
        XlsxMaker.rows(
                "<row r='1'><c s='0'><v>50</v></c><c s='1'><v>50</v></c><c s='2'><v>0</v></c></row>")
            .add(
                "xl/styles.xml",
                XlsxMaker.styles("<numFmt numFmtId='200' formatCode='0.0%'/>", 10, 200, 9));
    CellValue hundredfold = new CellValue.InUnit(new BigDecimal("50"), "%");

    assertThat(read(zip).get(0).cells())
        .containsExactly(hundredfold, hundredfold, Read.number("0"));
  }

  @Test
  void datesSince1904AreFourYearsOff() throws Exception {
    ZipMaker zip =
        XlsxMaker.rows("<row r='1'><c s='0'><v>43854</v></c></row>")
            .replace(
                "xl/workbook.xml",
                XlsxMaker.main("<workbookPr date1904='1'/>", "<sheet name='a' r:id='rId1'/>"))
            .add("xl/styles.xml", XlsxMaker.styles("", 14));

    assertThat(read(zip).get(0).cell(0))
        .isEqualTo(new CellValue.Date(LocalDate.of(2024, 1, 25), new BigDecimal("43854")));
  }

  @Test
  void formattedButEmptyCellsFarRightAreNoColumns() throws Exception {
    assertThat(
            read(XlsxMaker.rows("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>"))
                .get(0)
                .cells())
        .hasSize(1);
  }

  @Test
  void partsInUtf16Read() throws Exception {
    String sheet =
        XlsxMaker.sheetXml("<row r='1'>" + XlsxMaker.text("A1", "张三") + "</row>")
            .replace("UTF-8", "UTF-16");
    ZipMaker zip = XlsxMaker.rows("");
    zip.parts().removeIf(part -> part.name.endsWith("sheet1.xml"));
    zip.add(new ZipMaker.Part("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16)));

    assertThat(read(zip).get(0).cell(0)).isEqualTo(Read.text("张三"));
  }
}
