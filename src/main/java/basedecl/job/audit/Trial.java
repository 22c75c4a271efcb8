package basedecl.job.audit;

import basedecl.audit.YearRules;
import basedecl.audit.trial.PolicyTrial;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.audit.trial.TrialTotals;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policyfile.TriedPolicy;
import basedecl.report.LimitsNotices;
import basedecl.report.YearHeading;
import basedecl.report.trial.TrialWorkbook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The year looked at, what is tried on it, and the rules of its month before and after. */
public record Trial(
    Policy policy,
    TriedPolicy tried,
    int year,
    LocalDate day,
    YearMonth month,
    YearRules before,
    YearRules after) {

  /**
   * @param figures by their names in a policy file
   * @throws RefusedException where the month has no limits, or a figure cannot be that
   */
  public static Trial of(
      Policy policy, int year, LocalDate day, YearMonth month, Map<String, String> figures) {
    YearRules before =
        YearRules.of(policy, year, month, day)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Message.of(
                            "job.limits-unknown-in",
                            policy.name(),
                            month.toString(),
                            day.toString())));
    TriedPolicy tried = TriedPolicy.of(policy, year, month, day, figures);
    return new Trial(
        policy,
        tried,
        year,
        day,
        month,
        before,
        YearRules.of(tried.policy(), year, month, day).orElseThrow());
  }

  /** The figures tried, as the workbook lists them. */
  public List<TrialWorkbook.Tried> figures() {
    return tried.changes().stream()
        .map(each -> new TrialWorkbook.Tried(each.key(), each.shownBefore(), each.shownAfter()))
        .toList();
  }

  /** Of the policy without the figures tried. */
  public YearHeading heading() {
    return YearHeading.of(policy, day, month, before);
  }

  /** Whether amounts stand on a rate that no document states. */
  public boolean isPlaceholder() {
    return Stream.of(before, after)
        .flatMap(rules -> rules.rate().stream())
        .anyMatch(ContributionRate::placeholder);
  }

  /**
   * What it comes to.
   *
   * @param changed employers for whom anything becomes another
   * @param otherwise employers that stand in the ledger with other figures than the policy gives
   *     today
   * @param lines the employers for whom anything becomes another, where they were asked for
   */
  public record Result(
      TrialTotals totals,
      TrialSignals signals,
      long changed,
      long otherwise,
      LimitsNotices notices,
      List<TrialWorkbook.Line> lines) {

    public Result {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Assesses every declaration in force by the rules before and after; empty where there is none.
   *
   * @param withLines whether the employers are wanted one by one
   */
  public Optional<Result> run(JdbcTemplate template, SubmittedFigures handed, boolean withLines) {
    YearInMonth ledger = new YearInMonth(template, policy, month);
    List<DeclarationRecord> declarations = ledger.current();
    if (declarations.isEmpty()) {
      return Optional.empty();
    }
    PolicyTrial trial = new PolicyTrial(before, after, handed.tax());
    TrialTotals totals = new TrialTotals();
    List<TrialWorkbook.Line> lines = new ArrayList<>();
    long otherwise = 0;
    long changed = 0;
    for (DeclarationRecord declaration : declarations) {
      PolicyTrial.Employer employer = trial.employer(declaration.employerCode());
      ledger.forEachPerson(
          List.of(declaration),
          (same, person) -> employer.add(person.idNumber(), person.declaredWage()),
          RuntimeException.class);
      Outcome outcome =
          employer.outcome(Optional.ofNullable(handed.lastYear().get(declaration.employerCode())));
      totals.add(
          new TrialTotals.Named(declaration.employerCode(), declaration.employerName()), outcome);
      otherwise += standsOtherwise(declaration, outcome) ? 1 : 0;
      changed += outcome.isChange() ? 1 : 0;
      if (outcome.isChange() && withLines) {
        lines.add(new TrialWorkbook.Line(declaration, outcome));
      }
    }
    return Optional.of(
        new Result(
            totals,
            TrialSignals.of(this, handed),
            changed,
            otherwise,
            notices(template, ledger, declarations),
            lines));
  }

  /** Whether the month is charged by other figures than the policy gives on this day. */
  private static boolean standsOtherwise(DeclarationRecord declaration, Outcome outcome) {
    return !declaration.baseTotal().equals(outcome.before().totals().baseTotal())
        || !declaration.dues().equals(outcome.before().totals().dues())
        || declaration.flagged() != outcome.before().flagged();
  }

  private LimitsNotices notices(
      JdbcTemplate template, YearInMonth ledger, List<DeclarationRecord> declarations) {
    return LimitsNotices.of(
        policy,
        day,
        month,
        ledger.chargedOtherwise(declarations, before.limits().limits()),
        new PendingLedger(template, policy, day, ContributionMonth.lastConcerned(month, day))
            .ofYear());
  }
}
