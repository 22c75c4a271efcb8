package basedecl.report.collection;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.report.PolicyHeading;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands in the titles of a reconciliation.
 *
 * @param tried whether a dry run drew it up, so that none of it is booked
 */
public record ReconciliationHeading(Policy policy, int year, LocalDate businessDate, boolean tried)
    implements PolicyHeading {

  static String say(String key, String... arguments) {
    return Message.of("reconciliation." + key, arguments).in(Language.ZH);
  }

  List<String> warnings() {
    return tried ? List.of(say("heading.dry-run")) : List.of();
  }

  @Override
  public String title(String key) {
    return say(key, Integer.toString(year));
  }
}
