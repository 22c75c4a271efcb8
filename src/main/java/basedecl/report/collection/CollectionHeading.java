package basedecl.report.collection;

import basedecl.ledger.collection.CollectionBatch;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.report.LimitsNotices;
import basedecl.report.PolicyHeading;
import basedecl.report.latefee.LateFeeHeading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the titles of a batch.
 *
 * @param months those the batch looks at
 * @param tried whether the batch is only tried out
 */
public record CollectionHeading(
    Policy policy,
    CollectionBatch batch,
    List<Deadline> months,
    boolean tried,
    LimitsNotices notices)
    implements PolicyHeading {

  public CollectionHeading {
    months = List.copyOf(months);
  }

  static String say(String key, String... arguments) {
    return Message.of("collection." + key, arguments).in(Language.ZH);
  }

  @Override
  public int year() {
    return batch.period().getYear();
  }

  /** The day of the batch, also where it is written again later. */
  @Override
  public LocalDate businessDate() {
    return batch.businessDate();
  }

  /** A title with the year and the batch in it. */
  @Override
  public String title(String key) {
    return say(key, Integer.toString(year()), Integer.toString(batch.number()));
  }

  /** The files' name without its ending. */
  public String fileName() {
    return "collection-" + batch.period() + "-" + (tried ? "dry-run" : batch.number());
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(policyNote());
    notes.add(say("heading.batch", Integer.toString(batch.number()), batch.period().toString()));
    notes.addAll(rules().figures());
    return notes;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (tried) {
      warnings.add(say("heading.dry-run"));
    }
    warnings.addAll(rules().with(notices).warnings());
    return warnings;
  }

  /** Whether any figure used is no document's. */
  public boolean isPlaceholder() {
    return rules().isPlaceholder();
  }

  private LateFeeHeading rules() {
    return new LateFeeHeading(policy, year(), businessDate(), months);
  }
}
