package basedecl.job.audit;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.Dues;
import basedecl.audit.EmployerFigures;
import basedecl.audit.EmployerFigures.LastYear;
import basedecl.audit.LowerLimitShare;
import basedecl.audit.TaxComparison;
import basedecl.audit.TaxWages;
import basedecl.audit.Wages;
import basedecl.ledger.DeclarationRecord;
import basedecl.ledger.PersonRecord;
import basedecl.money.Money;
import java.util.Arrays;
import java.util.Optional;

/** Gathers one employer's figures while its people pass by. */
final class EmployerLook {

  private final DeclarationRecord declaration;
  private final Optional<TaxWages> tax;
  private final BaseAssessor bases;
  private final ContributionAssessor dues;
  private long[] fen = new long[16];
  private int people;
  private long matched;
  private long below;
  private Money gap = Money.ZERO;
  private Money baseShort = Money.ZERO;
  private Dues duesShort;

  EmployerLook(
      DeclarationRecord declaration,
      Optional<TaxWages> tax,
      BaseAssessor bases,
      ContributionAssessor dues) {
    this.declaration = declaration;
    this.tax = tax;
    this.bases = bases;
    this.dues = dues;
    this.duesShort = dues.assess(Money.ZERO);
  }

  /** What the person's base lacks by the tax file's wage: never less than nothing. */
  static Money baseShort(BaseAssessor bases, PersonRecord person, Money taxWage) {
    return bases.assess(taxWage).amount().minus(person.base()).max(Money.ZERO);
  }

  void add(PersonRecord person) {
    if (people == fen.length) {
      fen = Arrays.copyOf(fen, 2 * people);
    }
    fen[people++] = person.declaredWage().amount().movePointRight(Money.SCALE).longValueExact();
    Optional<Money> wage =
        tax.flatMap(t -> t.monthly(declaration.employerCode(), person.idNumber()));
    if (wage.isEmpty()) {
      return;
    }
    matched++;
    if (person.declaredWage().isLessThan(wage.get())) {
      below++;
      gap = gap.plus(wage.get().minus(person.declaredWage()));
      Money lacking = baseShort(bases, person, wage.get());
      baseShort = baseShort.plus(lacking);
      duesShort = duesShort.plus(dues.assess(lacking));
    }
  }

  long people() {
    return people;
  }

  long matched() {
    return matched;
  }

  long below() {
    return below;
  }

  EmployerFigures figures(Optional<LastYear> lastYear) {
    return new EmployerFigures(
        new LowerLimitShare(declaration.atLower(), declaration.persons()),
        declaration.flagged(),
        declaration.baseTotal(),
        Wages.ofFen(Arrays.copyOf(fen, people)),
        lastYear,
        tax.flatMap(t -> t.employer(declaration.employerCode()))
            .map(
                known ->
                    new TaxComparison(known.persons(), matched, below, gap, baseShort, duesShort)));
  }
}
