package basedecl.report;

import static basedecl.report.ReportTexts.say;

import basedecl.policy.Policy;
import java.time.LocalDate;

/** What the titles of every workbook on one policy have in common. */
public interface PolicyHeading {

  Policy policy();

  int year();

  LocalDate businessDate();

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
