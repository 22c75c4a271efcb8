package basedecl.report.explain;

import basedecl.assessment.latefee.DecisionWords;
import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.ImputedDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.SettledDue;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.Employer;
import basedecl.declaration.procedure.StateHistory;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.DeclarationOrigin;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.DueLedger;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.UntilDeclared;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How one employer's totals, flag, dues and late fees came about. */
public final class EmployerExplanation {

  private final JdbcTemplate template;
  private final Explained explained;
  private final YearLedger year;
  private final LookupLedger look;
  private final DueLedger dues;
  private final PaymentLedger payments;
  private final AgencyDecisionLedger decisions;
  private final RosterLedger rosterLedger;
  private final ProcedureLedger procedure;
  private final Policy policy;
  private final int contributionYear;
  private final Optional<LocalDate> lateFeesOn;

  public EmployerExplanation(JdbcTemplate template, Explained explained) {
    this.template = template;
    this.explained = explained;
    this.year = new YearLedger(template);
    this.look = new LookupLedger(template);
    this.dues = new DueLedger(template);
    this.payments = new PaymentLedger(template, explained.policy().name());
    this.decisions = new AgencyDecisionLedger(template, explained.policy().name());
    this.rosterLedger = new RosterLedger(template);
    this.procedure = new ProcedureLedger(template);
    this.policy = explained.policy();
    this.contributionYear = explained.year();
    this.lateFeesOn = explained.lateFeesOn();
  }

  /**
   * @throws RefusedException where nothing is known of such an employer
   */
  public void write(String code, Explanation explanation) {
    List<VersionRecord> versions =
        year.versions(policy.declaredUnder(), contributionYear, Population.EMPLOYEES, code);
    Optional<Employer> onRoster = rosterLedger.find(code);
    if (versions.isEmpty() && onRoster.isEmpty()) {
      throw new RefusedException(
          Message.of(
              "explain.no-declaration", code, policy.name(), Integer.toString(contributionYear)));
    }
    ChangesExplanation changes = new ChangesExplanation(template, code);
    explanation.put("policy", policy.name()).put("year", contributionYear).put("employer", code);
    if (versions.isEmpty()) {
      Employer employer = onRoster.orElseThrow();
      explanation.put("employer_name", employer.name()).put("declared", false);
      explanation.say("employer", code, employer.name(), employer.agency());
      changes.history(explanation);
      explanation.say("not-declared");
      if (!lastYear(code, explanation)) {
        imputation(employer, explanation);
      }
    } else {
      YearInMonth view = YearInMonth.of(template, policy, explained.month(), code);
      DeclarationRecord current =
          view.inMonth(List.of(VersionRecord.inForce(versions).declaration())).get(0);
      explanation.put("employer_name", current.employerName()).put("declared", true);
      explanation.say("employer", code, current.employerName(), current.agency());
      changes.history(explanation);
      explanation.put("period", explained.month().toString());
      explanation.say("period", explained.month());
      explained.notices(template, view, current).forEach(explanation::notice);
      totals(current, explanation);
      SpansExplanation.write(view.yearOf(current).spans(), "span-employer", explanation);
      flag(current, explanation);
      versions.forEach(version -> version("versions", version, explanation));
      new AssessedExplanation(
              new AuditOutcomeLedger(template, policy.declaredUnder(), contributionYear), code)
          .employer(explanation);
    }
    retirees(code, explanation);
    lateFees(code, explanation);
    new CollectionExplanation(new CollectionLedger(template, policy.name(), contributionYear), code)
        .write(explanation);
    lateFeesOn.ifPresent(day -> changes.arrears(policy, contributionYear, day, explanation));
  }

  /** Whether last year's wages serve until the employer declares; then by which version. */
  private boolean lastYear(String code, Explanation explanation) {
    Optional<UntilDeclared> rule =
        policy
            .untilDeclaredFor(YearMonth.of(contributionYear, 1))
            .filter(each -> each.serves() == UntilDeclared.Serves.LAST_YEAR);
    List<VersionRecord> last =
        year.versions(policy.declaredUnder(), contributionYear - 1, Population.EMPLOYEES, code);
    if (rule.isEmpty() || last.isEmpty()) {
      return false;
    }
    int version = VersionRecord.inForce(last).declaration().version();
    String citation = rule.get().citation().text();
    explanation
        .part("until_declared")
        .put("year", contributionYear - 1)
        .put("version", version)
        .put("citation", citation);
    explanation.say("until-declared", contributionYear - 1, version, citation);
    return true;
  }

  private void imputation(Employer employer, Explanation explanation) {
    Optional<LocalDate> from = firstImputedDay();
    Optional<Imputation> imputation =
        policy.imputationFor(from.orElse(LocalDate.of(contributionYear, 12, 31)));
    if (imputation.isEmpty()) {
      return;
    }
    if (employer.lastMonthAmount().isEmpty()) {
      explanation.say("imputation-unknown", imputation.get().citation().text());
      return;
    }
    ImputedDue due = ImputedDue.of(employer.lastMonthAmount().get(), imputation.get());
    explanation
        .part("imputation")
        .put("last_month", due.lastMonth())
        .put("factor", imputation.get().factor())
        .put("amount", due.amount())
        .put("from", from.map(LocalDate::toString).orElse(""))
        .put("citation", due.citation().text());
    explanation.say(
        "imputation",
        due.lastMonth(),
        Percent.exact(imputation.get().factor()),
        due.amount(),
        due.citation().text());
    from.ifPresent(day -> explanation.say("imputation-from", day, day.minusDays(1)));
  }

  /** The day after the year's first deadline; until then nobody is assessed. */
  private Optional<LocalDate> firstImputedDay() {
    return policy.deadlines().stream()
        .filter(deadline -> deadline.period().getYear() == contributionYear)
        .map(deadline -> deadline.date().plusDays(1))
        .min(Comparator.naturalOrder());
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
    Optional<FlagThreshold> threshold = policy.flagThresholdFor(explained.month());
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

  /** Versions of the retirees' declaration, with the month from which each serves. */
  private void retirees(String code, Explanation explanation) {
    List<VersionRecord> versions =
        year.versions(policy.declaredUnder(), contributionYear, Population.RETIREES, code);
    if (!versions.isEmpty()) {
      explanation.say("retirees");
      versions.forEach(version -> version("retirees_versions", version, explanation));
    }
  }

  private void version(String list, VersionRecord accepted, Explanation explanation) {
    DeclarationRecord version = accepted.declaration();
    DeclarationOrigin origin = look.origin(version.id());
    explanation
        .item(list)
        .put("standing", accepted.standing().name())
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
        explanation.state(version.state()),
        origin.stateDate(),
        version.file(),
        version.persons(),
        version.baseTotal(),
        origin.runId(),
        explanation.words("version." + accepted.standing().name()));
    procedure
        .history(version.id())
        .entries()
        .forEach(
            entry -> event(version, entry, explanation.item(list.replace("versions", "events"))));
  }

  private static void event(
      DeclarationRecord version, StateHistory.Entry entry, Explanation explanation) {
    explanation
        .put("version", version.version())
        .put("state", entry.state().name())
        .put("date", entry.since().toString())
        .put("reason", entry.reason());
    explanation.say(
        entry.reason().isEmpty() ? "event" : "event-why",
        entry.since(),
        explanation.state(entry.state()),
        entry.reason());
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
            .settle(
                months,
                paid.stream().map(PaymentRecord::payment).toList(),
                decisions.ofEmployer(code));
    for (SettledDue month : settled) {
      month(policy, month, paid, explanation.item("months"));
    }
  }

  /**
   * @param paid every payment of the year; those of the month that came later are shown as well
   */
  private static void month(
      Policy policy, SettledDue settled, List<PaymentRecord> paid, Explanation explanation) {
    EmployerDue due = settled.due();
    Optional<Deadline> moved = moved(policy, due);
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
    moved.ifPresent(deadline -> moved(policy, deadline, explanation));
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
  private static Optional<Deadline> moved(Policy policy, EmployerDue due) {
    return policy
        .deadlineFor(due.period())
        .filter(deadline -> deadline.date().equals(due.deadline()))
        .filter(deadline -> !deadline.stated().equals(deadline.date()));
  }

  private static void moved(Policy policy, Deadline deadline, Explanation explanation) {
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
