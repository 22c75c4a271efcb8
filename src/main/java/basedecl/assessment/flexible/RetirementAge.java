package basedecl.assessment.flexible;

import basedecl.policy.rule.RetirementStep;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;

/**
 * When someone reaches the statutory retirement age (decision of the Standing Committee of
 * 2024-09-13). With {@code k} = months from the first affected birth month to the month of birth,
 * the delay is {@code k < 0 ? 0 : min(k / step + 1, max)} months.
 */
public record RetirementAge(RetirementStep step) {

  /** The month in which someone born in {@code birth} reaches the retirement age. */
  public YearMonth monthFor(YearMonth birth) {
    return birth.plusYears(step.years()).plusMonths(delayMonths(birth));
  }

  /** Months by which the reform puts the retirement off. */
  public int delayMonths(YearMonth birth) {
    int months = monthsBetween(step.firstBirthMonth(), birth);
    return months < 0 ? 0 : Math.min(months / step.step() + 1, step.maxDelay());
  }

  /** The age reached in {@link #monthFor}: 60 years and 1 month, say. */
  public Period ageFor(YearMonth birth) {
    return Period.ofMonths(step.years() * 12 + delayMonths(birth)).normalized();
  }

  /**
   * Whether someone born on {@code birth} is under the retirement age on {@code day}. The age is
   * reached on the day of birth in the retirement month, or on its last day where that month is
   * shorter.
   */
  public boolean isUnderAge(LocalDate birth, LocalDate day) {
    LocalDate reached = birth.plusMonths(step.years() * 12L + delayMonths(YearMonth.from(birth)));
    return day.isBefore(reached);
  }

  private static int monthsBetween(YearMonth first, YearMonth second) {
    return (second.getYear() - first.getYear()) * 12
        + second.getMonthValue()
        - first.getMonthValue();
  }
}
