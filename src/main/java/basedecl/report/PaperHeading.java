package basedecl.report;

import static basedecl.report.Words.say;

import basedecl.policy.Policy;
import java.time.LocalDate;

/** What stands in the titles of workbooks that need no limits: the policy, the year and the day. */
public record PaperHeading(Policy policy, int year, LocalDate businessDate) {

  String title(String key) {
    return say(key, String.valueOf(year));
  }

  String policyNote() {
    return say("heading.policy", policy.title(), String.valueOf(year), businessDate.toString());
  }
}
