package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each blank table, filled in with the example it shows, is read by the job it is for. */
@Tag("run")
@NullUnmarked
class TableTemplatesTest {

  private Workplace place;

  @BeforeEach
  void anEmptyFolder(@TempDir Path folder) {
    place = new Workplace(folder);
  }

  @Test
  void theExamplesOfTheTemplatesAreTaken() throws IOException {
    Path roster = filled("roster");
    place.deliver("plain/employees.xlsx");
    assertThat(place.night("roster=" + roster).err()).isEmpty();
    assertThat(place.run("late-fee", "roster=" + roster, "payments=" + filled("payments")).out())
        .contains("缴费记录 1 行：新计入 1\n");
    assertThat(
            place.run("reconciliation", "roster=" + roster, "receipts=" + filled("receipts")).out())
        .contains("到账记录 1 行：新计入 0，无对应 1\n");
    assertThat(place.run("review", "decisions=" + filled("decisions")).status()).isZero();
    Path elections = filled("elections");
    Workplace.Ended chosen = place.run("flexible-election", "elections=" + elections);
    assertThat(chosen.status()).as(chosen.said()).isZero();
    assertThat(place.sheet("flexible-2022.xlsx", "问题清单", "序号"))
        .extracting(row -> row.get("代码"))
        .containsExactly("ID_INVALID");
    assertThat(place.run("flexible-payment", "payments=" + filled("flexible-payments")).status())
        .isZero();
    assertThat(place.sheet("flexible-payments-2022.xlsx", "问题清单", "序号"))
        .extracting(row -> row.get("代码"))
        .containsExactly("ID_INVALID");
    assertThat(
            place
                .run(
                    "employer-changes", "changes=" + filled("employer-changes"), "roster=" + roster)
                .out())
        .contains("单位变动：1 行，新登记 1 条\n");
    Workplace.Ended decided =
        place.run(
            "late-fee",
            "roster=" + roster,
            "payments=" + place.file("none.csv", "单位编号,费款所属期,缴费日期,缴费金额"),
            "deferrals=" + filled("deferrals"),
            "overpayments=" + filled("overpayments"));
    assertThat(decided.out()).contains("缓缴决定：1 行：新办理 1");
    assertThat(place.sheet("late-fees-2024.xlsx", "问题清单", "序号"))
        .extracting(row -> row.get("代码"))
        .containsExactly("OVERPAYMENT_EXCEEDED");
  }

  @Test
  void aKindThatNobodyKnowsIsRefusedWithThoseThatAre() {
    Workplace.Ended ended =
        Workplace.command(
            "template", "--kind", "wages", "--output", place.folder().resolve("x.xlsx").toString());
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("wages").contains("roster, decisions, payments, receipts");
  }

  /** The blank table with the example of its page of instructions in its first line. */
  private Path filled(String kind) throws IOException {
    Path file = place.folder().resolve(kind + ".xlsx");
    assertThat(Workplace.command("template", "--kind", kind, "--output", file.toString()).status())
        .isZero();
    byte[] bytes = Files.readAllBytes(file);
    try (Workbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(bytes));
        OutputStream out = Files.newOutputStream(file)) {
      Sheet table = workbook.getSheetAt(0);
      Sheet page = workbook.getSheetAt(1);
      Row line = table.createRow(1);
      for (int i = 0; i < table.getRow(0).getLastCellNum(); i++) {
        Row column = page.getRow(i + 2);
        assertThat(column.getCell(0).getStringCellValue())
            .isEqualTo(table.getRow(0).getCell(i).getStringCellValue());
        line.createCell(i).setCellValue(column.getCell(1).getStringCellValue());
      }
      workbook.write(out);
    }
    return file;
  }
}
