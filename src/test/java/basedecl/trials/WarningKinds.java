package basedecl.trials;

import static basedecl.trials.Kind.honest;

import basedecl.finding.FindingCode;
import basedecl.trials.Column.Role;
import java.math.BigDecimal;
import java.util.List;

/** What is taken as it stands, but not without a word. */
final class WarningKinds {

  private WarningKinds() {}

  static List<Kind> all() {
    return List.of(
        honest("hidden-wage-column", draft -> hidden(draft, Role.WAGE)),
        honest("hidden-number-column", draft -> hidden(draft, Role.NUMBER)),
        honest("hidden-sheet", WarningKinds::hiddenSheet),
        honest("another-years-title", WarningKinds::anotherYear),
        honest("wages-of-a-few-yuan", draft -> unlikely(draft, 4)),
        honest("yearly-sums", draft -> unlikely(draft, 70_000)));
  }

  private static boolean hidden(Draft draft, Role role) {
    if (!draft.carrier.isWorkbook() || draft.columns.stream().anyMatch(c -> c.hidden)) {
      return false;
    }
    draft.column(role).hidden = true;
    if (role == Role.WAGE) {
      draft.mustWarn.add(FindingCode.HIDDEN_COLUMN);
    } else {
      draft.mayWarn.add(FindingCode.HIDDEN_COLUMN);
    }
    return true;
  }

  /** Its people are taken, or the file is refused; said it must be. */
  private static boolean hiddenSheet(Draft draft) {
    long sheets = draft.sections.stream().map(Section::sheet).distinct().count();
    if (!draft.carrier.isWorkbook() || sheets < 2) {
      return false;
    }
    draft.hiddenLastSheet = true;
    draft.mustWarn.add(FindingCode.HIDDEN_SHEET);
    draft.tolerated.add(FindingCode.HIDDEN_SHEET);
    return true;
  }

  private static boolean anotherYear(Draft draft) {
    draft
        .sections
        .get(0)
        .above()
        .add(
            0,
            List.of(TrialCell.words(draft.pick(List.of("2022年度职工缴费基数申报表", "2021年医疗保险缴费工资申报表")))));
    draft.mustWarn.add(FindingCode.YEAR_UNLIKELY);
    return true;
  }

  /** Thousands, or a year's sums, written as if they were yuan a month. */
  private static boolean unlikely(Draft draft, int about) {
    Column wage = draft.column(Role.WAGE);
    boolean plain =
        draft.people().allMatch(person -> person.cell(wage).equals(TrialCell.amount(person.wage)));
    if (!plain || !wage.below.isEmpty() || wage.title.endsWith("月")) {
      return false;
    }
    draft
        .people()
        .forEach(
            person -> {
              person.wage = new BigDecimal(about + draft.random.nextInt(6)).setScale(2);
              person.write(wage, TrialCell.amount(person.wage));
            });
    draft.mustWarn.add(FindingCode.WAGES_UNLIKELY);
    return true;
  }
}
