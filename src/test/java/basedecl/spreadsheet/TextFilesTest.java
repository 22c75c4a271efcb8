package basedecl.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {

  private final Path folder;

  TextFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<SheetRow> read(String text) throws IOException, RefusedFileException {
    return Read.rows(Read.file(folder, text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";"})
  void theSeparatorIsToldByTheFirstLines(String separator) throws Exception {
    String text =
        "2024年度申报表\n姓名|证件号码|月均工资\n张三|1|5,000\n李四|2|6,000\n"
            .replace("5,000", "\"5,000\"")
            .replace("6,000", "\"6,000\"")
            .replace("|", separator);

    assertThat(read(text).get(2).cells())
        .containsExactly(Read.text("张三"), Read.text("1"), Read.text("5,000"));
  }

  @Test
  void unquotedThousandsDoNotPassForSeparators() throws Exception {
    assertThat(read("姓名\t证件号码\t月均工资\n张三\t1\t5,000.00\n").get(1).cell(2))
        .isEqualTo(Read.text("5,000.00"));
  }

  @Test
  void aFirstLineMayNameTheSeparatorAndIsNoRow() throws Exception {
    assertThat(read("sep=;\r\na,b;c\r\n"))
        .containsExactly(new SheetRow("", 1, false, List.of(Read.text("a,b"), Read.text("c"))));
  }

  @Test
  void rowsAreCountedByRecordsBlankOnesIncluded() throws Exception {
    assertThat(read("a,b\n\n\"c\nd\",e\n,,\nf,g\n"))
        .extracting(SheetRow::number)
        .containsExactly(1, 3, 5);
  }

  @Test
  void guardsAroundDigitsAreTakenOff() throws Exception {
    assertThat(read("'370702199001010012,\"=\"\"0001\"\"\",'abc,\t007\n").get(0).cells())
        .containsExactly(
            Read.text("370702199001010012"),
            Read.text("0001"),
            Read.text("'abc"),
            Read.text("007"));
  }

  @Test
  void markedWideTextReads() throws Exception {
    byte[] text = "\uFEFF姓名\t工资\r\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Read.rows(Read.file(folder, text)).get(0).cells())
        .containsExactly(Read.text("姓名"), Read.text("工资"));
  }

  @Test
  void rareCharactersOfGb18030Survive() throws Exception {
    byte[] text = "䶮𠮷,1\n".getBytes(Charset.forName("GB18030"));

    assertThat(Read.rows(Read.file(folder, text)).get(0).cell(0)).isEqualTo(Read.text("䶮𠮷"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"370702199001010020", "370702900101002", "E12345678", " e12345678 "})
  void aStrayQuoteThatSwallowedSomebodyIsTold(String number) throws Exception {
    String text = "姓名,证件号码,月均工资,备注\n张三,370702199001010012,5000,\"未完\n李四," + number + ",6000,无\"\n";

    assertThat(Read.verdict(Read.file(folder, text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("FILE_DAMAGED quotes");
    assertThat(read("姓名,备注\n张三,\"调入，见\n第3号,2023\n批复\"\n")).hasSize(2);
  }
}
