package basedecl.report;

import static basedecl.report.ReportTexts.say;

import basedecl.message.Language;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What the titles of every workbook on one policy have in common. */
public interface PolicyHeading {

  Policy policy();

  int year();

  LocalDate businessDate();

  /** The last day to declare, with the rest day it was moved from; empty where none is set. */
  default Optional<String> declareBy() {
    return policy()
        .deadlineFor(YearMonth.of(year(), 1))
        .map(deadline -> policy().lastDays().words(deadline.stated()).in(Language.ZH));
  }

  /** A title with the year in it; {@code key} is one of the report's messages. */
  default String title(String key) {
    return say(key, String.valueOf(year()));
  }

  /** The policy, the year and the day the run stands for. */
  default String policyNote() {
    return say(
        "heading.policy", policy().title(), String.valueOf(year()), businessDate().toString());
  }
}
