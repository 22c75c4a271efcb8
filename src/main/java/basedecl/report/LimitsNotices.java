package basedecl.report;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.PendingLimits;
import basedecl.ledger.year.YearInMonth.Charged;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run says, and every sheet of it, where not everybody stands on the limits known: who is
 * charged by others in the month of the sheets, and for whom limit-change was never run.
 */
public final class LimitsNotices {

  private final Policy policy;
  private final LocalDate businessDate;
  private final List<Message> otherwise;
  private final Optional<PendingLimits> pending;

  private LimitsNotices(
      Policy policy,
      LocalDate businessDate,
      List<Message> otherwise,
      Optional<PendingLimits> pending) {
    this.policy = policy;
    this.businessDate = businessDate;
    this.otherwise = List.copyOf(otherwise);
    this.pending = pending;
  }

  /**
   * For a run whose sheets state a month.
   *
   * @param otherwise who is charged by other limits than those of the heading
   */
  public static LimitsNotices of(
      Policy policy,
      LocalDate businessDate,
      YearMonth month,
      List<Charged> otherwise,
      Optional<PendingLimits> pending) {
    return new LimitsNotices(
        policy,
        businessDate,
        otherwise.stream().map(each -> otherwise(month, each)).toList(),
        pending);
  }

  /** For a run whose sheets name no limits in their headings. */
  public static LimitsNotices of(
      Policy policy, LocalDate businessDate, Optional<PendingLimits> pending) {
    return new LimitsNotices(policy, businessDate, List.of(), pending);
  }

  private static Message otherwise(YearMonth month, Charged charged) {
    return Message.of(
        "report.limits.otherwise",
        count(charged.employers()),
        count(charged.persons()),
        month.toString(),
        yuan(charged.limits().lower()),
        yuan(charged.limits().upper()));
  }

  /** For the sheets, in Chinese as they are. */
  public List<String> onSheets() {
    return told("").stream().map(message -> message.in(Language.ZH)).toList();
  }

  /**
   * For the operator.
   *
   * @param sameLedger the options that bring the command to this run's ledger and policies
   */
  public List<Message> told(String sameLedger) {
    List<Message> messages = new ArrayList<>(otherwise);
    pending.ifPresent(found -> messages.add(pending(found, sameLedger)));
    return messages;
  }

  /** For whoever is not at the centre's machine and cannot run anything. */
  public List<Message> toldToEmployer() {
    List<Message> messages = new ArrayList<>(otherwise);
    pending.ifPresent(found -> messages.add(employer(found)));
    return messages;
  }

  private Message pending(PendingLimits found, String sameLedger) {
    return Message.of(
        "report.limits.pending",
        found.from().toString(),
        yuan(found.limits().limits().lower()),
        yuan(found.limits().limits().upper()),
        count(found.employers()),
        count(found.persons()),
        yuan(found.charged()),
        yuan(found.known()),
        signed(Optional.of(found.difference())),
        yuan(found.chargedDues().total()),
        yuan(found.knownDues().total()),
        signed(found.duesDifference()),
        "bin/base-declaration run jobs/limit-change.yaml --set from="
            + found.from()
            + " --set business-date="
            + businessDate
            + " --set policy="
            + policy.declaredUnder()
            + " --set year="
            + found.from().getYear()
            + (sameLedger.isEmpty() ? " " + ReportTexts.say("limits.same-ledger") : sameLedger));
  }

  /** For the papers of one employer, which cannot run anything. */
  public static String ofEmployer(PendingLimits found) {
    return employer(found).in(Language.ZH);
  }

  private static Message employer(PendingLimits found) {
    return Message.of(
        "report.limits.pending-employer",
        found.from().toString(),
        yuan(found.limits().limits().lower()),
        yuan(found.limits().limits().upper()),
        count(found.persons()),
        yuan(found.charged()),
        yuan(found.known()),
        signed(Optional.of(found.difference())),
        yuan(found.chargedDues().total()),
        yuan(found.knownDues().total()),
        signed(found.duesDifference()));
  }

  private static String signed(Optional<Money> difference) {
    return difference
        .map(amount -> (amount.signum() > 0 ? "+" : "") + yuan(amount))
        .orElseGet(() -> yuan(difference));
  }
}
