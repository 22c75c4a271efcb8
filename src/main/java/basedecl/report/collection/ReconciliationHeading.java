package basedecl.report.collection;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.report.PolicyHeading;
import java.time.LocalDate;

/** What stands in the titles of a reconciliation. */
public record ReconciliationHeading(Policy policy, int year, LocalDate businessDate)
    implements PolicyHeading {

  static String say(String key, String... arguments) {
    return Message.of("reconciliation." + key, arguments).in(Language.ZH);
  }

  @Override
  public String title(String key) {
    return say(key, Integer.toString(year));
  }
}
