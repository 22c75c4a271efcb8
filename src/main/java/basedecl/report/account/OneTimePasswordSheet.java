package basedecl.report.account;

import static basedecl.report.ReportTexts.say;

import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * 单位经办一次性密码表: a line an employer, by agency, to print, cut apart and hand out. Each line is enough
 * to sign in with, so it has the address too. Only the file's owner may read it.
 */
public final class OneTimePasswordSheet {

  private static final TableSheet SHEET =
      TableSheet.of(
              "一次性密码",
              say("account.title"),
              TableColumn.text("经办机构", 14),
              TableColumn.text("单位编号", 14),
              TableColumn.text("单位名称", 34),
              TableColumn.text("用户名", 16),
              TableColumn.text("一次性密码", 24),
              TableColumn.text("登录网址", 34))
          .withRowHeight(26);

  private OneTimePasswordSheet() {}

  /** What one employer is handed. */
  public record Slip(Employer employer, SignInName name, OneTimePassword password) {}

  /**
   * Writes the workbook whole or not at all.
   *
   * @param address of the desk, as a clerk types it
   * @param lastDay on which the passwords still open something
   */
  public static Written write(
      Path target, LocalDate date, List<Slip> slips, String address, LocalDate lastDay)
      throws IOException {
    List<Slip> byAgency =
        slips.stream()
            .sorted(
                Comparator.comparing((Slip slip) -> slip.employer().agency())
                    .thenComparing(slip -> slip.employer().code()))
            .toList();
    TableSheet sheet =
        SHEET.withNotes(
            List.of(say("account.once", lastDay.toString()), say("account.keep-secret")));
    try (TableWorkbook workbook = TableWorkbook.at(target, date)) {
      TableRows rows = workbook.sheet(sheet, byAgency.size());
      for (Slip slip : byAgency) {
        rows.row()
            .text(slip.employer().agency())
            .text(slip.employer().code())
            .text(slip.employer().name())
            .text(slip.name().text())
            .text(slip.password().text())
            .text(address);
      }
      return workbook.finish();
    }
  }
}
