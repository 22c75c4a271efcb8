package basedecl.report.explain;

import basedecl.assessment.latefee.ImputedDue;
import basedecl.declaration.Employer;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.UntilDeclared;
import basedecl.policy.rule.Imputation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * By what an employer of the roster owes that has not declared for the year: by last year's wages
 * where they serve, else by what it paid the month before.
 */
record UndeclaredExplanation(YearLedger ledger, Policy policy, int year, Employer employer) {

  /** Nothing where the policy says nothing of it. */
  void write(Explanation explanation) {
    if (!lastYear(explanation)) {
      imputation(explanation);
    }
  }

  /** Whether last year's wages serve until the employer declares; then by which version. */
  private boolean lastYear(Explanation explanation) {
    Optional<UntilDeclared> rule =
        policy
            .untilDeclaredFor(YearMonth.of(year, 1))
            .filter(each -> each.serves() == UntilDeclared.Serves.LAST_YEAR);
    List<VersionRecord> last =
        ledger.versions(policy.declaredUnder(), year - 1, Population.EMPLOYEES, employer.code());
    if (rule.isEmpty() || last.isEmpty()) {
      return false;
    }
    int version = VersionRecord.inForce(last).declaration().version();
    String citation = rule.get().citation().text();
    explanation
        .part("until_declared")
        .put("year", year - 1)
        .put("version", version)
        .put("citation", citation);
    explanation.say("until-declared", year - 1, version, citation);
    return true;
  }

  private void imputation(Explanation explanation) {
    Optional<LocalDate> from = firstImputedDay();
    Optional<Imputation> imputation = policy.imputationFor(from.orElse(LocalDate.of(year, 12, 31)));
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
        .filter(deadline -> deadline.period().getYear() == year)
        .map(deadline -> deadline.date().plusDays(1))
        .min(Comparator.naturalOrder());
  }
}
