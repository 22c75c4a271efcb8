package basedecl.report.explain;

import basedecl.assessment.latefee.DecisionWords;
import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.SettledDue;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How each month that an employer owes was settled: its deadline, what was paid and decided, and
 * the slices that its late fee comes of.
 */
final class MonthsExplanation {

  private final DueLedger dues;
  private final PaymentLedger payments;
  private final AgencyDecisionLedger decisions;
  private final Policy policy;
  private final int year;
  private final Optional<LocalDate> settledOn;
  private final String employer;

  MonthsExplanation(JdbcTemplate template, Explained explained, String employer) {
    this.dues = new DueLedger(template);
    this.payments = new PaymentLedger(template, explained.policy().name());
    this.decisions = new AgencyDecisionLedger(template, explained.policy().name());
    this.policy = explained.policy();
    this.year = explained.year();
    this.settledOn = explained.lateFeesOn();
    this.employer = employer;
  }

  /** One sentence where late fees were never worked out. */
  void write(Explanation explanation) {
    List<EmployerDue> months = dues.ofEmployer(policy.name(), year, employer);
    if (months.isEmpty() || settledOn.isEmpty()) {
      explanation.say("no-late-fees");
      return;
    }
    explanation.put("late_fees_on", settledOn.get().toString());
    explanation.say("late-fees", settledOn.get());
    List<PaymentRecord> paid = payments.ofEmployer(employer, year);
    List<SettledDue> settled =
        DueSettlement.of(policy, settledOn.get())
            .settle(
                months,
                paid.stream().map(PaymentRecord::payment).toList(),
                decisions.ofEmployer(employer));
    for (SettledDue month : settled) {
      month(month, paid, explanation.item("months"));
    }
  }

  /**
   * @param paid every payment of the year; those of the month that came later are shown as well
   */
  private void month(SettledDue settled, List<PaymentRecord> paid, Explanation explanation) {
    EmployerDue due = settled.due();
    Optional<Deadline> moved = moved(due);
    explanation
        .put("period", due.period().toString())
        .put("method", due.method().name())
        .put("due", due.total())
        .put("deadline", settled.deadline().toString())
        .put("paid", settled.paid())
        .put("arrears", settled.arrears())
        .put("overpaid", settled.overpaid())
        .put("deferred", settled.open())
        .put("offset_in", settled.moved().inTotal())
        .put("moved_out", settled.moved().outTotal())
        .put("recoverable", settled.moved().recoverable())
        .put("late_fee", settled.fee());
    explanation.say(
        "month",
        due.period(),
        explanation.words("method." + due.method().name()),
        Explanation.yuan(due.total()),
        deadline(settled, moved, explanation),
        settled.paid(),
        settled.open().filter(open -> open.signum() > 0).isPresent()
            ? explanation.words(
                "deferred-arrears",
                Explanation.yuan(settled.arrears()),
                Explanation.yuan(settled.open()))
            : Explanation.yuan(settled.arrears()),
        Explanation.yuan(settled.overpaid()),
        Explanation.yuan(settled.fee()));
    moved.ifPresent(deadline -> moved(deadline, explanation));
    paid.stream()
        .filter(payment -> payment.payment().period().equals(due.period()))
        .forEach(payment -> payment(payment, explanation.item("payments")));
    DecisionWords.of(settled, Money::toString)
        .forEach(words -> decision(words, explanation.item("decisions")));
    settled.lines().forEach(line -> slice(line, explanation.item("slices")));
  }

  private static void decision(Message words, Explanation explanation) {
    String key = words.key().substring("explain.".length());
    String[] arguments = words.arguments().toArray(String[]::new);
    explanation.put("decision", explanation.words(key, arguments));
    explanation.say(key, (Object[]) arguments);
  }

  private static String deadline(
      SettledDue settled, Optional<Deadline> moved, Explanation explanation) {
    String deadline = settled.due().deadline().toString();
    String inForce =
        moved
            .map(each -> explanation.words("moved-deadline", each.stated().toString(), deadline))
            .orElse(deadline);
    return settled.deferred().isPresent()
        ? explanation.words("deferred-deadline", inForce, settled.deadline().toString())
        : inForce;
  }

  /** The deadline a month is settled by, where a rest day gave way to it. */
  private Optional<Deadline> moved(EmployerDue due) {
    return policy
        .deadlineFor(due.period())
        .filter(deadline -> deadline.date().equals(due.deadline()))
        .filter(deadline -> !deadline.stated().equals(deadline.date()));
  }

  private void moved(Deadline deadline, Explanation explanation) {
    policy
        .lastDays()
        .rule()
        .ifPresent(
            rule -> {
              explanation
                  .put("deadline_stated", deadline.stated().toString())
                  .put("deadline_moved_by", rule.citation().text());
              explanation.say("moved-by", rule.citation().text());
            });
  }

  private static void payment(PaymentRecord payment, Explanation explanation) {
    String source = payment.file() + "!" + payment.sheet() + "!" + payment.row();
    String serial = payment.payment().serial().orElse("");
    explanation
        .put("paid_on", payment.payment().paidOn().toString())
        .put("amount", payment.payment().amount())
        .put("serial", serial)
        .put("source", source);
    explanation.say(
        payment.payment().movement().isReversal() ? "reversal" : "payment",
        payment.payment().paidOn(),
        payment.payment().amount(),
        serial.isEmpty() ? "—" : serial,
        source);
  }

  private static void slice(LateFeeLine line, Explanation explanation) {
    explanation
        .put("principal", line.principal())
        .put("first_day", line.firstDay().toString())
        .put("last_day", line.lastDay().toString())
        .put("days", line.days())
        .put("daily_rate", line.dailyRate().value())
        .put("late_fee", line.fee())
        .put("citation", line.citation().text());
    explanation.say(
        "slice",
        line.principal(),
        Percent.exact(line.dailyRate().value()),
        line.days(),
        line.firstDay(),
        line.lastDay(),
        line.fee(),
        line.citation().text());
    for (Waiver waiver : line.waivers()) {
      explanation
          .item("waivers")
          .put("from", waiver.from().toString())
          .put("to", waiver.to().toString())
          .put("citation", waiver.citation().text());
      explanation.say("waiver", waiver.from(), waiver.to(), waiver.citation().text());
    }
  }
}
