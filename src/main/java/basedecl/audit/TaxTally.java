package basedecl.audit;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.Dues;
import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.TaxComparison;
import basedecl.audit.signal.Wages;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.util.Arrays;
import java.util.Optional;

/** Gathers one employer's figures while its people pass by. */
public final class TaxTally {

  private final String employerCode;
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

  /**
   * @param bases how a tax wage would have been assessed
   */
  public TaxTally(
      String employerCode, Optional<TaxWages> tax, BaseAssessor bases, ContributionAssessor dues) {
    this.employerCode = employerCode;
    this.tax = tax;
    this.bases = bases;
    this.dues = dues;
    this.duesShort = dues.assess(Money.ZERO);
  }

  /** What {@code base} lacks by the tax file's wage: never less than nothing. */
  public static Money baseShort(BaseAssessor bases, Money base, Money taxWage) {
    return bases.assess(taxWage).amount().minus(base).max(Money.ZERO);
  }

  /** One more person with the wage as declared and the base it came to. */
  public void add(IdNumber person, Money declaredWage, Money base) {
    if (people == fen.length) {
      fen = Arrays.copyOf(fen, 2 * people);
    }
    fen[people++] = declaredWage.amount().movePointRight(Money.SCALE).longValueExact();
    Optional<Money> wage = tax.flatMap(t -> t.monthly(employerCode, person));
    if (wage.isEmpty()) {
      return;
    }
    matched++;
    if (declaredWage.isLessThan(wage.get())) {
      below++;
      gap = gap.plus(wage.get().minus(declaredWage));
      Money lacking = baseShort(bases, base, wage.get());
      baseShort = baseShort.plus(lacking);
      duesShort = duesShort.plus(dues.assess(lacking));
    }
  }

  public long people() {
    return people;
  }

  /** Those of them in the tax file. */
  public long matched() {
    return matched;
  }

  /** Those of them declared with less than the tax file has. */
  public long below() {
    return below;
  }

  public EmployerFigures figures(
      LowerLimitShare share, boolean flagged, Money baseTotal, Optional<LastYear> lastYear) {
    return new EmployerFigures(
        share,
        flagged,
        baseTotal,
        Wages.ofFen(Arrays.copyOf(fen, people)),
        lastYear,
        tax.flatMap(t -> t.employer(employerCode))
            .map(
                known ->
                    new TaxComparison(known.persons(), matched, below, gap, baseShort, duesShort)));
  }
}
