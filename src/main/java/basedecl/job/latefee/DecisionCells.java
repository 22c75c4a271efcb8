package basedecl.job.latefee;

import basedecl.cell.Characters;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;

/** The cells that every table of decisions has. */
record DecisionCells<C extends Enum<C>>(Predicate<String> knownEmployer) {

  /** The word of a line that takes a decision back. */
  static final String REVOKED = "撤销";

  private static final int LONGEST_TEXT = 100;

  String employer(SubmittedLine<C> line, C column) {
    String employer = Characters.compact(line.text(column));
    if (employer.isEmpty()) {
      line.faults(column).add(FindingCode.EMPLOYER_MISSING);
    } else if (!knownEmployer.test(employer)) {
      line.faults(column, employer).add(FindingCode.EMPLOYER_UNKNOWN);
    }
    return employer;
  }

  /** A month of the year. */
  Optional<YearMonth> monthOf(SubmittedLine<C> line, C column, String employer, int year) {
    Optional<YearMonth> month = line.month(column, employer);
    if (month.isPresent() && month.get().getYear() != year) {
      line.faults(column, employer)
          .add(FindingCode.PERIOD_INVALID, Reason.MONTH_OTHER_YEAR, Integer.toString(year));
    }
    return month;
  }

  /** The business date where the line does not say; a later day has to come first. */
  LocalDate decidedOn(SubmittedLine<C> line, C column, String employer, LocalDate businessDate) {
    if (line.cell(column).isBlank()) {
      return businessDate;
    }
    LocalDate day = line.day(column).orElse(businessDate);
    if (day.isAfter(businessDate)) {
      line.faults(column, employer)
          .add(FindingCode.AGENCY_DECISION_AHEAD, day.toString(), businessDate.toString());
    }
    return day;
  }

  static <C extends Enum<C>> boolean revokes(SubmittedLine<C> line, C column) {
    return Characters.compact(line.text(column)).equals(REVOKED);
  }

  String text(SubmittedLine<C> line, C column, String employer) {
    String text = line.readableText(column);
    if (text.length() > LONGEST_TEXT) {
      line.faults(column, employer).add(FindingCode.TEXT_TOO_LONG, Reason.TEXT_OVER_100);
    }
    return text;
  }
}
