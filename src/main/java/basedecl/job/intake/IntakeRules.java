package basedecl.job.intake;

import basedecl.assessment.Adjustment;
import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.row.RowCheck;
import basedecl.declarationfile.DeclarationForm;
import basedecl.money.Money;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import java.util.Optional;

/**
 * The rules a night's rows pass through. Retirees have neither limits nor dues: their pension is
 * the account base (domain 4).
 */
public record IntakeRules(
    DeclarationForm form,
    RowCheck rowCheck,
    Optional<BaseAssessor> bases,
    ContributionAssessor contributions,
    Optional<FlagThreshold> threshold) {

  public Population population() {
    return form.population();
  }

  public DeclarationCheck newCheck() {
    return new DeclarationCheck(
        rowCheck,
        form.population(),
        form.roster(),
        bases.map(assessor -> assessor.limits().upper()));
  }

  public ContributionBase base(Money declared) {
    return bases.isPresent()
        ? bases.get().assess(declared)
        : new ContributionBase(declared, Adjustment.AS_DECLARED, false, false);
  }

  public Dues dues(Money base) {
    return contributions.assess(base);
  }

  public boolean flags(DeclarationTotals totals) {
    return threshold
        .map(
            limit ->
                new LowerLimitShare(totals.atLower(), totals.persons())
                    .isMoreThan(limit.moreThan()))
        .orElse(false);
  }
}
