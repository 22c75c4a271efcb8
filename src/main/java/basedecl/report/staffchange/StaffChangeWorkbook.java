package basedecl.report.staffchange;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.declaration.staff.StaffChange;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.staff.StaffView.Shown;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.report.PaperHeading;
import basedecl.report.ProblemSheet;
import basedecl.report.ReportTexts;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code staff-changes-YEAR.xlsx}: who joined and left within the year, line by line and employer
 * by employer, and the lines handed over last that were not taken.
 */
public final class StaffChangeWorkbook {

  private static final TableColumn[] CHANGES = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("变动", 9),
    TableColumn.word("生效月份", 11),
    TableColumn.money("起薪", 13),
    TableColumn.money("缴费基数", 13),
    TableColumn.prose("缴费月份", 26),
    TableColumn.prose("来源", 36)
  };

  private static final TableColumn[] EMPLOYERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.word("经办机构", 11),
    TableColumn.count("增加人次", 10),
    TableColumn.count("减少人次", 10),
    TableColumn.money("增加月基数", 15),
    TableColumn.money("减少月基数", 15)
  };

  private StaffChangeWorkbook() {}

  /** Writes {@code staff-changes-YEAR.xlsx} in {@code folder}. */
  public static Written write(
      Path folder,
      Policy policy,
      int year,
      LocalDate businessDate,
      List<String> warnings,
      List<Shown> changes,
      List<FileFinding> problems)
      throws IOException {
    PaperHeading heading = new PaperHeading(policy, year, businessDate);
    Path target = folder.resolve("staff-changes-" + year + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, businessDate)) {
      TableRows rows =
          workbook.sheet(
              TableSheet.of("人员增减", heading.title("staffchange.title"), CHANGES)
                  .withNotes(List.of(heading.policyNote(), say("staffchange.note")))
                  .withWarnings(warnings),
              changes.size());
      for (Shown each : changes) {
        add(rows, each);
      }
      addEmployers(workbook, heading, changes);
      ProblemSheet.write(
          workbook,
          heading.title("staffchange.problems.title"),
          List.of(
              problems.isEmpty()
                  ? say("problems.none")
                  : say("staffchange.problems.note", count(problems.size()))),
          problems);
      return workbook.finish();
    }
  }

  private static void add(TableRows rows, Shown shown) throws IOException {
    StaffChange change = shown.change();
    rows.row()
        .text(change.employer())
        .text(shown.declaration().map(DeclarationRecord::employerName).orElse(""))
        .text(change.name())
        .text(change.person().whole())
        .text(change.kind().title())
        .text(change.from().toString())
        .money(change.startWage())
        .money(shown.base())
        .text(shown.months().map(months -> ReportTexts.months(months, Language.ZH)).orElse(""))
        .text(shown.taken().source());
  }

  /** An employer's changes added up. */
  private static final class Sum {
    private final Shown first;
    private long joined;
    private long left;
    private Money added = Money.ZERO;
    private Money removed = Money.ZERO;

    Sum(Shown first) {
      this.first = first;
    }

    void add(Shown shown) {
      Money base = shown.base().orElse(Money.ZERO);
      if (shown.change().kind().joins()) {
        joined++;
        added = added.plus(base);
      } else {
        left++;
        removed = removed.plus(base);
      }
    }
  }

  private static void addEmployers(
      TableWorkbook workbook, PaperHeading heading, List<Shown> changes) throws IOException {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (Shown each : changes) {
      sums.computeIfAbsent(each.change().employer(), code -> new Sum(each)).add(each);
    }
    List<Sum> all = new ArrayList<>(sums.values());
    TableRows rows =
        workbook.sheet(
            TableSheet.of("单位汇总", heading.title("staffchange.employers.title"), EMPLOYERS)
                .withNotes(List.of(heading.policyNote(), say("staffchange.employers.note"))),
            all.size());
    for (Sum sum : all) {
      rows.row()
          .text(sum.first.change().employer())
          .text(sum.first.declaration().map(DeclarationRecord::employerName).orElse(""))
          .text(sum.first.declaration().map(DeclarationRecord::agency).orElse(""))
          .number(sum.joined)
          .number(sum.left)
          .money(sum.added)
          .money(sum.removed);
    }
  }
}
