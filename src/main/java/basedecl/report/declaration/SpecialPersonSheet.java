package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.report.PolicyHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * 重复及特殊人员: who is declared by two employers, as staff and as a retiree, as staff past the
 * retirement age or as a retiree under it. For the centre: it names the people of several
 * employers.
 *
 * @param unlisted further ones that are counted only
 */
public record SpecialPersonSheet(List<SpecialPerson> people, long unlisted) {

  private static final TableColumn[] COLUMNS = {
    TableColumn.word("情形", 18),
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("申报类别", 10),
    TableColumn.text("姓名", 12),
    TableColumn.text("证件号码", 22),
    TableColumn.text("另一单位编号", 16),
    TableColumn.prose("说明", 48),
    TableColumn.text("来源", 40)
  };

  private static final Comparator<SpecialPerson> ORDER =
      Comparator.comparing((SpecialPerson p) -> p.finding().code())
          .thenComparing(p -> p.idNumber().whole())
          .thenComparing(p -> p.declaration().employerCode())
          .thenComparing(SpecialPerson::population);

  public SpecialPersonSheet {
    people = people.stream().sorted(ORDER).toList();
  }

  /** Those of some declarations; whom the whole list does not name, none of them does. */
  public SpecialPersonSheet only(Predicate<DeclarationRecord> declarations) {
    return new SpecialPersonSheet(
        people.stream().filter(person -> declarations.test(person.declaration())).toList(),
        unlisted);
  }

  /** Writes it behind the sheets of a workbook; with a header alone where there is nobody. */
  public void write(TableWorkbook workbook, PolicyHeading heading) throws IOException {
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(
        people.isEmpty()
            ? say("special-persons.none")
            : say("special-persons.note", count(people.size())));
    if (unlisted > 0) {
      notes.add(say("special-persons.unlisted", count(unlisted)));
    }
    TableRows rows =
        workbook.sheet(
            TableSheet.of("重复及特殊人员", heading.title("special-persons.title"), COLUMNS)
                .withNotes(notes),
            people.size());
    for (SpecialPerson person : people) {
      add(rows, person);
    }
  }

  private static void add(TableRows rows, SpecialPerson person) throws IOException {
    Finding finding = person.finding();
    rows.row()
        .text(say("special-persons." + finding.code().name()))
        .text(person.declaration().employerCode())
        .text(person.declaration().employerName())
        .text(
            say(
                person.population() == Population.RETIREES
                    ? "special-persons.retiree"
                    : "special-persons.staff"))
        .text(person.name())
        .text(person.idNumber().whole())
        .text(other(finding))
        .text(FindingText.sentence(finding, Language.ZH))
        .text(source(person.declaration().file(), finding.place()));
  }

  private static String other(Finding finding) {
    boolean two =
        finding.code() == FindingCode.PERSON_IN_TWO_EMPLOYERS
            || finding.code() == FindingCode.PERSON_STAFF_AND_RETIREE;
    return two ? finding.arguments().get(0) : "";
  }

  private static String source(String file, SourceCell place) {
    return file + "!" + place.sheet() + "!" + place.row();
  }
}
