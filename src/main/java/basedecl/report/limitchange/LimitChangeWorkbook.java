package basedecl.report.limitchange;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.topup.EmployeeTopUp;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.BaseChange;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code limit-change-YEAR.xlsx}: the bases that new limits change, person by person and employer
 * by employer, and what is topped up where the policy asks for it.
 */
public final class LimitChangeWorkbook {

  private static final TableColumn[] PERSONS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.money("申报工资", 14),
    TableColumn.money("原基数", 14),
    TableColumn.money("新基数", 14),
    TableColumn.word("生效月份", 12)
  };

  private static final TableColumn[] EMPLOYERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.word("经办机构", 11),
    TableColumn.count("申报人数", 10),
    TableColumn.count("调整人数", 10),
    TableColumn.money("原基数合计", 18),
    TableColumn.money("新基数合计", 18),
    TableColumn.money("基数增减", 16),
    TableColumn.word("生效月份", 12)
  };

  private static final TableColumn[] TOP_UPS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("费款所属期", 12),
    TableColumn.money("原基数", 13),
    TableColumn.money("新基数", 13),
    TableColumn.money("差额", 12),
    TableColumn.money("单位应补", 13),
    TableColumn.money("个人应补", 13),
    TableColumn.money("应补合计", 13)
  };

  private LimitChangeWorkbook() {}

  /** An employer's bases before and after, changed or not, and how many persons' changed. */
  public record EmployerSum(
      DeclarationRecord declaration, long changed, Money before, Money after) {}

  /** Shows every change, employer by employer; may be asked more than once. */
  public interface Changes {
    List<EmployerSum> forEach(ChangeConsumer consumer) throws IOException;
  }

  /** Shows every month to top up, employer by employer. */
  public interface TopUps {
    void forEach(TopUpConsumer consumer) throws IOException;
  }

  /** Takes one month of one person. */
  public interface TopUpConsumer {
    void accept(DeclarationRecord declaration, PersonRecord person, EmployeeTopUp.Line line)
        throws IOException;
  }

  /** Takes one change. */
  public interface ChangeConsumer {
    void accept(BaseChange change) throws IOException;
  }

  /**
   * Writes {@code limit-change-YEAR.xlsx} in {@code folder}.
   *
   * @param topUp empty where the policy does not reach back
   */
  public static Written write(
      Path folder,
      YearHeading heading,
      YearMonth from,
      List<String> warnings,
      Changes changes,
      Optional<TopUps> topUp)
      throws IOException {
    Path target = folder.resolve("limit-change-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      List<String> notes = List.of(heading.policyNote(), heading.limitsNote());
      TableRows persons =
          workbook.sheet(
              TableSheet.of("基数调整", heading.title("limit-change.title"), PERSONS)
                  .withNotes(notes)
                  .withNotes(List.of(say("limit-change.note", from.toString())))
                  .withWarnings(warnings));
      List<EmployerSum> sums = changes.forEach(change -> add(persons, change, from));
      TableRows employers = workbook.sheet(employerSheet(heading, sums, warnings), sums.size());
      for (EmployerSum sum : sums) {
        add(employers, sum, from);
      }
      if (topUp.isPresent()) {
        TableRows rows =
            workbook.sheet(
                TableSheet.of("补差", heading.title("limit-change.top-up.title"), TOP_UPS)
                    .withNotes(notes)
                    .withNotes(List.of(heading.ratesNote(), say("limit-change.top-up.note")))
                    .withWarnings(heading.warnings())
                    .withWarnings(warnings));
        topUp.get().forEach((declaration, person, line) -> add(rows, declaration, person, line));
      }
      return workbook.finish();
    }
  }

  private static void add(TableRows rows, BaseChange change, YearMonth from) throws IOException {
    rows.row()
        .text(change.declaration().employerCode())
        .text(change.declaration().employerName())
        .text(change.person().name())
        .text(change.person().idNumber().whole())
        .money(change.person().declaredWage())
        .money(change.before())
        .money(change.after().amount())
        .text(from.toString());
  }

  private static void add(TableRows rows, EmployerSum sum, YearMonth from) throws IOException {
    rows.row(sum.changed() > 0)
        .text(sum.declaration().employerCode())
        .text(sum.declaration().employerName())
        .text(sum.declaration().agency())
        .number(sum.declaration().persons())
        .number(sum.changed())
        .money(sum.before())
        .money(sum.after())
        .money(sum.after().minus(sum.before()))
        .text(from.toString());
  }

  private static void add(
      TableRows rows, DeclarationRecord declaration, PersonRecord person, EmployeeTopUp.Line line)
      throws IOException {
    rows.row()
        .text(declaration.employerCode())
        .text(declaration.employerName())
        .text(person.name())
        .text(person.idNumber().whole())
        .text(line.month().toString())
        .money(line.before())
        .money(line.after())
        .money(line.difference())
        .money(line.dues().employer())
        .money(line.dues().personal())
        .money(line.dues().total());
  }

  private static TableSheet employerSheet(
      YearHeading heading, List<EmployerSum> sums, List<String> warnings) {
    Money before = sums.stream().map(EmployerSum::before).reduce(Money.ZERO, Money::plus);
    Money after = sums.stream().map(EmployerSum::after).reduce(Money.ZERO, Money::plus);
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(
        say(
            "limit-change.totals",
            count(sums.size()),
            count(sums.stream().mapToLong(EmployerSum::changed).sum()),
            yuan(before),
            yuan(after),
            yuan(after.minus(before))));
    return TableSheet.of("单位汇总", heading.title("limit-change.employers.title"), EMPLOYERS)
        .withNotes(notes)
        .withWarnings(warnings);
  }
}
