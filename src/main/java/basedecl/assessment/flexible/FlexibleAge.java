package basedecl.assessment.flexible;

import basedecl.person.Birth;
import basedecl.policy.NationalRules;
import basedecl.policy.Policy;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.RetirementStep;
import basedecl.policy.rule.RetirementTrack;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Whether somebody's age lets him or her pay as a flexible worker (domain 7): the minimum age is
 * reached in the month or before it, and the month lies before the one in which the retirement age
 * is reached. Women follow the 55 track.
 */
record FlexibleAge(Policy policy, NationalRules national) {

  /** What the age comes to. */
  public sealed interface Verdict {
    record Eligible() implements Verdict {}

    record TooYoung(int years) implements Verdict {}

    /**
     * The retirement age is reached in {@code reached}, which is the month asked for or earlier.
     */
    record RetirementAge(YearMonth reached) implements Verdict {}
  }

  public Verdict in(YearMonth month, Birth birth) {
    Optional<MinimumAge> minimum = policy.minimumAgeFor(month);
    if (minimum.isPresent() && birth.month().plusYears(minimum.get().years()).isAfter(month)) {
      return new Verdict.TooYoung(minimum.get().years());
    }
    Optional<RetirementStep> step =
        national.retirementStep(birth.male() ? RetirementTrack.MEN : RetirementTrack.WOMEN_55);
    return step.map(s -> new RetirementAge(s).monthFor(birth.month()))
        .filter(reached -> !month.isBefore(reached))
        .<Verdict>map(Verdict.RetirementAge::new)
        .orElseGet(Verdict.Eligible::new);
  }
}
