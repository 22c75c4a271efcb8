package basedecl.cli.explain;

import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.SettledDue;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.cli.ledger.OpenLedger;
import basedecl.declaration.Employer;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.year.DeclarationOrigin;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How one employer's totals, flag, dues and late fees came about. */
final class EmployerExplanation {

  private final YearLedger year;
  private final LookupLedger look;
  private final MonthsLedger months;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final RosterLedger rosterLedger;
  private final Policy policy;
  private final int contributionYear;
  private final Optional<LocalDate> lateFeesOn;

  EmployerExplanation(OpenLedger ledger, ExplainCommand.Explained explained) {
    this.year = new YearLedger(ledger.template());
    this.look = new LookupLedger(ledger.template());
    this.months = new MonthsLedger(ledger.template());
    this.dues = new DueLedger(ledger.template());
    this.payments = new PaymentLedger(ledger.template(), explained.policy().name());
    this.rosterLedger = new RosterLedger(ledger.template());
    this.policy = explained.policy();
    this.contributionYear = explained.year();
    this.lateFeesOn = explained.lateFeesOn();
  }

  void write(String code, Explanation explanation) {
    List<DeclarationRecord> versions =
        year.versions(policy.name(), contributionYear, Population.EMPLOYEES, code);
    Optional<Employer> onRoster =
        rosterLedger.all().stream().filter(employer -> employer.code().equals(code)).findFirst();
    if (versions.isEmpty() && onRoster.isEmpty()) {
      throw new RefusedException(
          Message.of(
              "explain.no-declaration", code, policy.name(), Integer.toString(contributionYear)));
    }
    explanation.put("policy", policy.name()).put("year", contributionYear).put("employer", code);
    if (versions.isEmpty()) {
      Employer employer = onRoster.orElseThrow();
      explanation.put("employer_name", employer.name()).put("declared", false);
      explanation.say("employer", code, employer.name(), employer.agency()).say("not-declared");
      imputation(employer, explanation);
    } else {
      DeclarationRecord current = versions.get(0);
      explanation.put("employer_name", current.employerName()).put("declared", true);
      explanation.say("employer", code, current.employerName(), current.agency());
      totals(current, explanation);
      SpansExplanation.write(months.yearOf(policy, current).spans(), "span-employer", explanation);
      flag(current, explanation);
      versions.forEach(version -> version(version, explanation));
    }
    lateFees(code, explanation);
  }

  private void imputation(Employer employer, Explanation explanation) {
    Optional<Imputation> imputation = policy.imputationFor(LocalDate.of(contributionYear, 12, 31));
    if (imputation.isPresent() && employer.lastMonthAmount().isPresent()) {
      explanation
          .part("imputation")
          .put("last_month", employer.lastMonthAmount())
          .put("factor", imputation.get().factor())
          .put("citation", imputation.get().citation().text());
      explanation.say(
          "imputation",
          employer.lastMonthAmount().get(),
          Percent.exact(imputation.get().factor()),
          imputation.get().citation().text());
    }
  }

  private static void totals(DeclarationRecord current, Explanation explanation) {
    explanation
        .part("totals")
        .put("persons", current.persons())
        .put("declared_total", current.declaredTotal())
        .put("base_total", current.baseTotal())
        .put("at_lower", current.atLower())
        .put("declared_below_lower", current.declaredBelowLower())
        .put("at_upper", current.atUpper())
        .put("employer_due", current.dues().employer())
        .put("personal_due", current.dues().personal())
        .put("total_due", current.dues().total());
    explanation
        .say(
            "totals",
            current.persons(),
            current.declaredTotal(),
            current.baseTotal(),
            current.atLower(),
            current.declaredBelowLower(),
            current.atUpper())
        .say(
            "totals-dues",
            Explanation.yuan(current.dues().employer()),
            Explanation.yuan(current.dues().personal()),
            Explanation.yuan(current.dues().total()));
  }

  private void flag(DeclarationRecord current, Explanation explanation) {
    DeclarationOrigin origin = look.origin(current.id());
    Optional<FlagThreshold> threshold = policy.flagThresholdFor(origin.assessedMonth());
    explanation.put("flagged", current.flagged());
    if (threshold.isEmpty()) {
      return;
    }
    BigDecimal limit = threshold.get().moreThan().multiply(BigDecimal.valueOf(current.persons()));
    LowerLimitShare share = new LowerLimitShare(current.atLower(), current.persons());
    explanation
        .part("flag_rule")
        .put("at_lower", current.atLower())
        .put("payers", current.persons())
        .put("more_than", threshold.get().moreThan())
        .put("share", share.fraction())
        .put("citation", threshold.get().citation().text());
    explanation.say(
        current.flagged() ? "flagged" : "not-flagged",
        current.atLower(),
        current.persons(),
        Percent.exact(threshold.get().moreThan()),
        limit.stripTrailingZeros().toPlainString(),
        Percent.exact(share.fraction()),
        threshold.get().citation().text());
  }

  private void version(DeclarationRecord version, Explanation explanation) {
    DeclarationOrigin origin = look.origin(version.id());
    explanation
        .item("versions")
        .put("version", version.version())
        .put("state", version.state().name())
        .put("state_date", origin.stateDate().toString())
        .put("file", version.file())
        .put("sha256", origin.sha256())
        .put("run", origin.runId())
        .put("persons", version.persons())
        .put("base_total", version.baseTotal());
    explanation.say(
        "version-of-employer",
        version.version(),
        ExplainCommand.state(version.state(), explanation),
        origin.stateDate(),
        version.file(),
        version.persons(),
        version.baseTotal(),
        origin.runId());
  }

  private void lateFees(String code, Explanation explanation) {
    List<EmployerDue> months = dues.ofEmployer(policy.name(), contributionYear, code);
    if (months.isEmpty() || lateFeesOn.isEmpty()) {
      explanation.say("no-late-fees");
      return;
    }
    explanation.put("late_fees_on", lateFeesOn.get().toString());
    explanation.say("late-fees", lateFeesOn.get());
    List<PaymentRecord> paid = payments.ofEmployer(code, contributionYear);
    List<SettledDue> settled =
        DueSettlement.of(policy, lateFeesOn.get())
            .settle(months, paid.stream().map(PaymentRecord::payment).toList());
    for (SettledDue month : settled) {
      month(month, paid, explanation.item("months"));
    }
  }

  /**
   * @param paid every payment of the year; those of the month that came later are shown as well
   */
  private static void month(SettledDue settled, List<PaymentRecord> paid, Explanation explanation) {
    EmployerDue due = settled.due();
    explanation
        .put("period", due.period().toString())
        .put("method", due.method().name())
        .put("due", due.total())
        .put("deadline", due.deadline().toString())
        .put("paid", settled.paid())
        .put("arrears", settled.arrears())
        .put("overpaid", settled.overpaid())
        .put("late_fee", settled.fee());
    explanation.say(
        "month",
        due.period(),
        explanation.words("method." + due.method().name()),
        Explanation.yuan(due.total()),
        due.deadline(),
        settled.paid(),
        Explanation.yuan(settled.arrears()),
        Explanation.yuan(settled.overpaid()),
        Explanation.yuan(settled.fee()));
    paid.stream()
        .filter(payment -> payment.payment().period().equals(due.period()))
        .forEach(payment -> payment(payment, explanation.item("payments")));
    settled.lines().forEach(line -> slice(line, explanation.item("slices")));
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
        "payment",
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
