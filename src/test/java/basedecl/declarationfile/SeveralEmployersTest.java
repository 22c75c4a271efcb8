package basedecl.declarationfile;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.policy.Population;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a text file, a bar for each line's end. */
class SeveralEmployersTest {

  private final Path folder;

  SeveralEmployersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "单位编号,姓名,基数|001,张三,5|002,李四,6; true",
        "单位编号,姓名,基数|001,张三,5|001,李四,6; false",
        "单位编号,姓名,基数|001,张三,5|同上,李四,6; false",
        "单位编号,姓名,基数|001,张三,5|合计,,6|制表日期：2024-01-20,,; false",
        "单位名称,姓名,基数|甲机械厂,张三,5|乙机械厂,李四,6; true",
        "单位名称,姓名,基数|甲机械厂,张三,5|甲机械厂,李四,6|合计,,11; false",
        "单位编号：001|姓名,基数|张三,5|单位编号：002|姓名,基数|李四,6; true",
        "单位编号：001|姓名,基数|张三,5|李四,6; false",
        "统一社会信用代码,姓名,基数|91370799MA490KUD1C,张三,5|91370799MA25DTDKW7,李四,6; true",
        "所在,姓名,基数|0370700001,张三,5|0370700002,李四,6; true",
        "所在,姓名,基数|0370700001,张三,5|0370700009,李四,6; false"
      })
  void aFileSpeaksOfSeveralWhereItNamesTwo(String lines, boolean several)
      throws IOException, RefusedFileException {
    Path file = Files.writeString(folder.resolve("a.csv"), lines.replace("|", "\n"));
    try (RowSource rows = new SpreadsheetFiles(ReadLimits.DEFAULT).open(file)) {
      assertThat(SeveralEmployers.in(rows, form())).isEqualTo(several);
    }
  }

  private static DeclarationForm form() {
    return new DeclarationForm(
        Population.EMPLOYEES,
        2024,
        Optional.of(new Roster(List.of(employer("0370700001"), employer("0370700002")))),
        Map.of());
  }

  private static Employer employer(String code) {
    return new Employer(
        code,
        "厂",
        Optional.empty(),
        "市直",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
