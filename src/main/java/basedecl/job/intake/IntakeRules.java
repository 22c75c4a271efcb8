package basedecl.job.intake;

import basedecl.assessment.Adjustment;
import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.audit.YearRules;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.cell.Field;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerEnd;
import basedecl.declaration.Roster;
import basedecl.declaration.row.RowCheck;
import basedecl.declarationfile.DeclarationForm;
import basedecl.money.Money;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.MinimumWage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that the rows of a declaration pass through, in a run and in {@code check}. Retirees
 * have neither limits nor dues: their pension is the account base (domain 4).
 *
 * @param ended the employers that are no more, by code
 */
public record IntakeRules(
    DeclarationForm form,
    RowCheck rowCheck,
    Optional<BaseAssessor> bases,
    ContributionAssessor contributions,
    Optional<FlagThreshold> threshold,
    Map<String, EmployerEnd> ended) {

  /**
   * Those of people in employment.
   *
   * @param figures those that hold in the assessed month
   * @param ownHeaders further words of columns, {@link basedecl.declarationfile.OwnHeaders}
   */
  public static IntakeRules employees(
      int year,
      LocalDate businessDate,
      YearRules figures,
      Optional<Roster> roster,
      Map<Field, List<String>> ownHeaders) {
    return new IntakeRules(
        new DeclarationForm(Population.EMPLOYEES, year, roster, ownHeaders),
        RowCheck.of(
            Population.EMPLOYEES,
            year,
            businessDate,
            figures.minimumWage().map(MinimumWage::monthly)),
        Optional.of(figures.bases()),
        figures.contributions(),
        figures.threshold(),
        Map.of());
  }

  /** Those of retirees. */
  public static IntakeRules retirees(
      int year,
      LocalDate businessDate,
      Optional<Roster> roster,
      Map<Field, List<String>> ownHeaders) {
    return new IntakeRules(
        new DeclarationForm(Population.RETIREES, year, roster, ownHeaders),
        RowCheck.of(Population.RETIREES, year, businessDate, Optional.empty()),
        Optional.empty(),
        ContributionAssessor.of(Optional.empty()),
        Optional.empty(),
        Map.of());
  }

  /** The same, which refuse these employers that are no more, by code. */
  public IntakeRules without(Map<String, EmployerEnd> employers) {
    return new IntakeRules(form, rowCheck, bases, contributions, threshold, Map.copyOf(employers));
  }

  public Population population() {
    return form.population();
  }

  public DeclarationCheck newCheck() {
    return new DeclarationCheck(
        rowCheck,
        form.population(),
        form.roster(),
        ended,
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
