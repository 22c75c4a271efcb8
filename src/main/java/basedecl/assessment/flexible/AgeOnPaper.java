package basedecl.assessment.flexible;

import basedecl.person.Birth;
import basedecl.person.IdNumber;
import basedecl.policy.NationalRules;
import basedecl.policy.rule.RetirementStep;
import basedecl.policy.rule.RetirementTrack;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Whether somebody's number tells an age that does not go with how he or she is declared. Only what
 * is certain is told: a woman is past the age by the later of her two tracks and under it by the
 * earlier. It says nothing of who may retire early or later.
 *
 * @param day (inclusive) for which it is asked
 */
public record AgeOnPaper(NationalRules national, LocalDate day) {

  /** The month in which the retirement age was reached; empty where it is not, or not for sure. */
  public Optional<YearMonth> pastSince(IdNumber number) {
    return Birth.of(number).flatMap(birth -> reached(birth, RetirementTrack.WOMEN_55, false));
  }

  /** The month in which the retirement age will be reached; empty where it may be already. */
  public Optional<YearMonth> underUntil(IdNumber number) {
    return Birth.of(number).flatMap(birth -> reached(birth, RetirementTrack.WOMEN_50, true));
  }

  private Optional<YearMonth> reached(Birth birth, RetirementTrack ofWomen, boolean under) {
    Optional<RetirementStep> step =
        national.retirementStep(birth.male() ? RetirementTrack.MEN : ofWomen);
    return step.map(RetirementAge::new)
        .filter(age -> age.isUnderAge(birth.day(), day) == under)
        .map(age -> age.monthFor(birth.month()));
  }
}
