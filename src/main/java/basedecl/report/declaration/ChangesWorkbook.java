package basedecl.report.declaration;

import static basedecl.report.latefee.LateFeeHeading.say;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code declaration-changes-YEAR.xlsx}: for each declaration of the year that a later version
 * replaced, the people whose line became another: 新增, 减少 or 调整 (wage, base, dues or the spelling of
 * the name). Both sides are of the month in the heading, so that no line is there for the limits
 * alone. A version that never came into force replaced none.
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

  private record Change(
      DeclarationRecord before,
      DeclarationRecord after,
      Optional<PersonRecord> old,
      Optional<PersonRecord> now) {

    String kind() {
      return old.isEmpty() ? "ADDED" : now.isEmpty() ? "REMOVED" : "CHANGED";
    }

    PersonRecord person() {
      return now.or(() -> old).orElseThrow();
    }
  }

  private ChangesWorkbook() {}

  /**
   * Writes {@code declaration-changes-YEAR.xlsx} in {@code folder}; without corrections a table
   * without rows.
   *
   * @param year where the versions and their people are read with the month's figures
   */
  public static Written write(Path folder, YearHeading heading, YearInMonth year)
      throws IOException {
    Path target = folder.resolve("declaration-changes-" + heading.year() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows =
          workbook.sheet(
              TableSheet.of("变更明细", say("changes.title", Integer.toString(heading.year())), COLUMNS)
                  .withNotes(List.of(heading.policyNote(), say("changes.note")))
                  .withWarnings(heading.warnings()));
      for (YearInMonth.Replacement each : year.replacements()) {
        for (Change change : between(year, each.before(), each.after())) {
          add(rows, change);
        }
      }
      return workbook.finish();
    }
  }

  private static List<Change> between(
      YearInMonth year, DeclarationRecord before, DeclarationRecord after) {
    Map<IdNumber, PersonRecord> old = people(year, before);
    Map<IdNumber, PersonRecord> now = people(year, after);
    List<Change> changes = new ArrayList<>();
    now.forEach(
        (id, person) -> {
          Optional<PersonRecord> earlier = Optional.ofNullable(old.get(id));
          if (earlier.isEmpty() || isOther(earlier.get(), person)) {
            changes.add(new Change(before, after, earlier, Optional.of(person)));
          }
        });
    old.forEach(
        (id, person) -> {
          if (!now.containsKey(id)) {
            changes.add(new Change(before, after, Optional.of(person), Optional.empty()));
          }
        });
    return changes;
  }

  private static Map<IdNumber, PersonRecord> people(
      YearInMonth year, DeclarationRecord declaration) {
    Map<IdNumber, PersonRecord> people = new LinkedHashMap<>();
    year.forEachPerson(
        List.of(declaration),
        (ignored, person) -> people.put(person.idNumber(), person),
        RuntimeException.class);
    return people;
  }

  private static boolean isOther(PersonRecord old, PersonRecord now) {
    return !old.declaredWage().equals(now.declaredWage())
        || !old.base().equals(now.base())
        || !old.dues().equals(now.dues())
        || !old.name().equals(now.name());
  }

  private static void add(TableRows rows, Change change) throws IOException {
    rows.row()
        .text(change.after().employerCode())
        .text(change.after().employerName())
        .text(change.person().name())
        .text(change.person().idNumber().whole())
        .number(change.before().version())
        .number(change.after().version())
        .money(change.old().map(PersonRecord::declaredWage))
        .money(change.now().map(PersonRecord::declaredWage))
        .money(change.old().map(PersonRecord::base))
        .money(change.now().map(PersonRecord::base))
        .money(change.old().flatMap(ChangesWorkbook::due))
        .money(change.now().flatMap(ChangesWorkbook::due))
        .text(say("changes." + change.kind()));
  }

  private static Optional<Money> due(PersonRecord person) {
    return person.dues().total();
  }
}
