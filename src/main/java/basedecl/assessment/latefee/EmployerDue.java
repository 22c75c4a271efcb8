package basedecl.assessment.latefee;

import basedecl.declaration.Employer;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What an employer owes for one month.
 *
 * @param total employer part and personal part together, or the imputed amount, yuan; empty where
 *     it would be imputed and last month's amount is not known
 * @param deadline last day (inclusive) to pay in time
 */
public record EmployerDue(
    String employerCode,
    YearMonth period,
    Method method,
    Optional<Money> total,
    LocalDate deadline) {

  /** A month's due by {@link ImputedDue}, of an employer that has declared nothing. */
  public static EmployerDue imputed(Employer employer, Deadline deadline, Policy policy) {
    Optional<Money> amount =
        policy
            .imputationFor(deadline.date().plusDays(1))
            .flatMap(rule -> employer.lastMonthAmount().map(last -> ImputedDue.of(last, rule)))
            .map(ImputedDue::amount);
    return new EmployerDue(
        employer.code(), deadline.period(), Method.IMPUTED, amount, deadline.date());
  }

  /** How the due was found: 申报, 按上月110%核定, 沿用上年基数, or 无应缴. */
  public enum Method {
    DECLARED,
    IMPUTED,
    /** By last year's wages within the year's limits, until the employer declares. */
    LAST_YEAR,
    /** Nothing is owed for the month, and money came for it. */
    NONE
  }
}
