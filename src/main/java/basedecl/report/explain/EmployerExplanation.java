package basedecl.report.explain;

import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.Employer;
import basedecl.declaration.procedure.StateHistory;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.DeclarationOrigin;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How one employer's totals, flag, dues and late fees came about. */
public final class EmployerExplanation {

  private final JdbcTemplate template;
  private final Explained explained;
  private final YearLedger year;
  private final LookupLedger look;
  private final RosterLedger rosterLedger;
  private final ProcedureLedger procedure;
  private final Policy policy;
  private final int contributionYear;

  public EmployerExplanation(JdbcTemplate template, Explained explained) {
    this.template = template;
    this.explained = explained;
    this.year = new YearLedger(template);
    this.look = new LookupLedger(template);
    this.rosterLedger = new RosterLedger(template);
    this.procedure = new ProcedureLedger(template);
    this.policy = explained.policy();
    this.contributionYear = explained.year();
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
      new UndeclaredExplanation(year, policy, contributionYear, employer).write(explanation);
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
    new MonthsExplanation(template, explained, code).write(explanation);
    new CollectionExplanation(new CollectionLedger(template, policy.name(), contributionYear), code)
        .write(explanation);
    explained
        .lateFeesOn()
        .ifPresent(day -> changes.arrears(policy, contributionYear, day, explanation));
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
}
