package basedecl.report.declaration;

import static basedecl.report.latefee.LateFeeHeading.say;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.row.MonthsInService;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.money.Money;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code declaration-changes-YEAR.xlsx}: for each declaration of the year that a later version
 * replaced, the people whose line became another: 新增, 减少 or 调整 (wage, base, dues or the spelling of
 * the name). Both sides are of the month in the heading, so that no line is there for the limits
 * alone. A version that never came into force replaced none. What the agency assessed after an
 * audit is 稽核核定, and stands once more with all its months in a sheet of its own.
 */
public final class ChangesWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.text("姓名", 12),
    TableColumn.text("证件号码", 21),
    TableColumn.serial("原版本", 8),
    TableColumn.serial("新版本", 8),
    TableColumn.money("原申报工资", 14),
    TableColumn.money("新申报工资", 14),
    TableColumn.money("原基数", 13),
    TableColumn.money("新基数", 13),
    TableColumn.money("原月应缴", 13),
    TableColumn.money("新月应缴", 13),
    TableColumn.word("变更类型", 10)
  };

  private ChangesWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "declaration-changes-" + year + ".xlsx";
  }

  /**
   * Writes {@code declaration-changes-YEAR.xlsx} in {@code folder}; without corrections a table
   * without rows.
   *
   * @param assessments what the agency assessed; without any there is no sheet of them
   */
  public static Written write(
      Path folder, YearHeading heading, Corrections corrections, List<Assessment> assessments)
      throws IOException {
    Path target = folder.resolve(fileName(heading.year()));
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows =
          workbook.sheet(
              TableSheet.of("变更明细", say("changes.title", Integer.toString(heading.year())), COLUMNS)
                  .withNotes(List.of(heading.policyNote(), say("changes.note")))
                  .withWarnings(heading.warnings()));
      for (YearInMonth.Replacement each : corrections.replacements()) {
        for (PersonChange change : corrections.changes(each)) {
          add(rows, each, change, corrections.served(each, change));
        }
      }
      if (!assessments.isEmpty()) {
        AssessedSheet.add(workbook, heading, heading.warnings(), assessments);
      }
      return workbook.finish();
    }
  }

  private static void add(
      TableRows rows,
      YearInMonth.Replacement versions,
      PersonChange change,
      Optional<MonthsInService> served)
      throws IOException {
    rows.row()
        .text(versions.after().employerCode())
        .text(versions.after().employerName())
        .text(change.person().name())
        .text(change.person().idNumber().whole())
        .number(versions.before().version())
        .number(versions.after().version())
        .money(change.before().map(PersonRecord::declaredWage))
        .money(change.after().map(PersonRecord::declaredWage))
        .money(change.before().map(PersonRecord::base))
        .money(change.after().map(PersonRecord::base))
        .money(change.before().flatMap(ChangesWorkbook::due))
        .money(change.after().flatMap(ChangesWorkbook::due))
        .text(
            say("changes." + kind(versions.after(), change))
                + served.map(months -> "（" + months.title() + "）").orElse(""));
  }

  private static String kind(DeclarationRecord after, PersonChange change) {
    return after.state() == DeclarationState.ASSESSED
        ? DeclarationState.ASSESSED.name()
        : change.kind().name();
  }

  private static Optional<Money> due(PersonRecord person) {
    return person.dues().total();
  }
}
