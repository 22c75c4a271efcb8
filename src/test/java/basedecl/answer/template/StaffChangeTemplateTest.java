package basedecl.answer.template;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffChangeTemplateTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  private final Path folder;

  StaffChangeTemplateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void itHasTheColumnsThatTheJobReadsAndTheWordsOfEveryChange() throws IOException {
    Path file = new StaffChangeTemplate(Language.ZH, DAY).write(folder.resolve("a.xlsx")).path();
    try (InputStream bytes = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      XSSFSheet sheet = workbook.getSheet("人员增减表");
      List<String> titles = new ArrayList<>();
      for (Cell cell : sheet.getRow(1)) {
        titles.add(cell.getStringCellValue());
      }
      assertThat(titles).containsExactly("单位编号", "姓名", "证件类型", "证件号码", "变动", "生效月份", "起薪");
      List<XSSFDataValidation> rules = sheet.getDataValidations();
      assertThat(rules).hasSize(7).allMatch(XSSFDataValidation::getShowPromptBox);
      assertThat(rules.get(4).getValidationConstraint().getExplicitListValues())
          .containsExactly("新参保", "停保", "退休", "转入", "转出");
    }
  }

  @Test
  void equalDatesGiveEqualBytes() throws IOException {
    Path one = new StaffChangeTemplate(Language.EN, DAY).write(folder.resolve("1.xlsx")).path();
    Path two = new StaffChangeTemplate(Language.EN, DAY).write(folder.resolve("2.xlsx")).path();
    assertThat(one).hasBinaryContent(Files.readAllBytes(two));
  }
}
