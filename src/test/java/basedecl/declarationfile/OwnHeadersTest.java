package basedecl.declarationfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.policy.Population;
import basedecl.policyfile.PolicyFiles;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnHeadersTest {

  @Test
  void withoutAFolderOrWithoutTheFileThereAreNoWords(@TempDir Path folder) {
    assertThat(OwnHeaders.in(Optional.empty())).isEmpty();
    assertThat(OwnHeaders.in(Optional.of(folder))).isEmpty();
  }

  @Test
  void aFolderWithNothingButHeadersIsRightAndTheFileIsNoPolicy(@TempDir Path folder)
      throws IOException {
    write(folder, "headers:\n  - {column: 月均工资, words: [岗位工资, 上年月均收入]}\n");
    assertThat(OwnHeaders.in(Optional.of(folder)))
        .isEqualTo(Map.of(Field.WAGE, List.of("岗位工资", "上年月均收入")));
    assertThat(PolicyFiles.load(Optional.of(folder)).policies())
        .hasSameSizeAs(PolicyFiles.load(Optional.empty()).policies());
  }

  @Test
  void aFileIsReadByTheCentresOwnWords(@TempDir Path folder) throws Exception {
    write(folder, "headers:\n  - {column: 月均工资, words: [岗位工资]}\n");
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "单位编号,姓名,证件号码,2023年岗位工资（元）\n0370700001,张三,370702199001010012,5000\n");
    DeclarationForm form =
        new DeclarationForm(
            Population.EMPLOYEES, 2024, Optional.empty(), OwnHeaders.in(Optional.of(folder)));
    try (DeclarationRows rows =
        new DeclarationRows(new SpreadsheetFiles(ReadLimits.DEFAULT).open(file), form, List.of())) {
      RawRow row = Objects.requireNonNull(rows.next());
      assertThat(row.cell(Field.WAGE).asText()).isEqualTo("5000");
      assertThat(row.cell(Field.WAGE)).isNotInstanceOf(CellValue.Blank.class);
      assertThat(new BigDecimal(row.cell(Field.WAGE).asText())).isEqualByComparingTo("5000");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - {column: 月工资, words: [岗位工资]}           | 2 | 月均工资
          - {column: 月均工资, words: [姓名]}             | 2 | “姓名”已经是“姓名”列的用词
          - {column: 月均工资, words: [2023年职工 姓名]}   | 2 | 已经是“姓名”列的用词
          - {column: 月均工资, words: [岗位工资, 岗位 工资]} | 2 | 已在第 2 行写过
          - {column: 月均工资, words: [缴费基数]}          | 2 | 不能代替“月均工资”
          - {column: 月均工资, words: [上年应发工资]}       | 2 | 不能代替“月均工资”
          - {column: 月均工资, words: [基本工资（元）]}     | 2 | 不能代替“月均工资”
          - {column: 月均工资, words: ["*"]}              | 2 | 不能作为表头用词
          - {column: 月均工资, words: []}                 | 2 | 缺少“words”
          - {column: 月均工资, words: 岗位工资}            | 2 | 应为列表
          - {column: 月均工资, word: [岗位工资]}           | 2 | 不认识的项“word”
          """)
  void aWrongEntryIsRefusedWithItsLine(String entry, String line, String said, @TempDir Path folder)
      throws IOException {
    write(folder, "headers:\n" + entry + "\n");
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> OwnHeaders.in(Optional.of(folder)));
    String sentence = refused.text().in(Language.ZH);
    assertThat(sentence).contains("headers.yaml").contains("第 " + line + " 行").contains(said);
    assertThat(refused.text().in(Language.EN)).doesNotContain("{0}", "{2}", "{3}");
  }

  private static void write(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve("headers.yaml"), text);
  }
}
