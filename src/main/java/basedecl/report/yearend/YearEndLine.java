package basedecl.report.yearend;

import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.SettledDue;
import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.ledger.year.DueRecord;
import basedecl.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * An employer at the year's end. What December owes by a declaration, an assessment or last year's
 * wages becomes the next roster's 上月缴费额, its bases and people the 上年缴费基数合计 and 上年申报人数. An employer
 * that declared nothing keeps what its roster says: the imputed amount is already a multiple of
 * that, and another year must not multiply the multiple. One that came to its end before December
 * hands over nothing.
 *
 * @param known as the year's roster has it, or the ledger where it is not on the roster
 * @param december empty where nothing is due, or not yet
 * @param arrears of the year's months up to the business date; empty where no month's due is known
 */
public record YearEndLine(
    Employer known, Source source, Optional<DueRecord> december, Optional<Money> arrears) {

  /** What an employer's figures come from. */
  public enum Source {
    DECLARED,
    ASSESSED,
    LAST_YEAR,
    IMPUTED,
    ROSTER,
    ENDED;

    /** Whether the figures of December are people's, not a multiple of an amount. */
    boolean isOfPeople() {
      return this == DECLARED || this == ASSESSED || this == LAST_YEAR;
    }

    public boolean isDeclared() {
      return this == DECLARED || this == ASSESSED;
    }

    /** Whether a declaration was due and none came. */
    boolean isSilent() {
      return !isDeclared() && this != ENDED;
    }
  }

  /**
   * @param state of the declaration in force; empty without one
   * @param settled the employer's months
   */
  public static YearEndLine of(
      Employer known,
      Optional<DeclarationState> state,
      Optional<DueRecord> december,
      List<SettledDue> settled) {
    return new YearEndLine(
        known, source(state, december.map(DueRecord::due)), december, arrears(settled));
  }

  private static Source source(Optional<DeclarationState> state, Optional<EmployerDue> december) {
    if (state.isPresent()) {
      return state.get() == DeclarationState.ASSESSED ? Source.ASSESSED : Source.DECLARED;
    }
    Optional<EmployerDue> known = december.filter(due -> due.total().isPresent());
    if (known.isEmpty()) {
      return Source.ROSTER;
    }
    return known.get().method() == EmployerDue.Method.LAST_YEAR ? Source.LAST_YEAR : Source.IMPUTED;
  }

  /** An employer that came to its end before December; what it owes of its months stays. */
  public static YearEndLine ended(Employer known, List<SettledDue> settled) {
    return new YearEndLine(known, Source.ENDED, Optional.empty(), arrears(settled));
  }

  private static Optional<Money> arrears(List<SettledDue> settled) {
    return settled.stream().flatMap(month -> month.arrears().stream()).reduce(Money::plus);
  }

  /** What the employer owes for December. */
  Optional<Money> due() {
    return december.flatMap(record -> record.due().total());
  }

  /** How many people count in December. */
  Optional<Long> persons() {
    return ofPeople().map(record -> record.sum().persons());
  }

  /** The monthly bases of December together. */
  Optional<Money> bases() {
    return ofPeople().map(record -> record.sum().bases());
  }

  private Optional<DueRecord> ofPeople() {
    return december.filter(record -> source.isOfPeople());
  }

  /** The employer as the next year's roster has it. */
  public Employer next() {
    if (ofPeople().isEmpty() && source != Source.ENDED) {
      return known;
    }
    return new Employer(
        known.code(),
        known.name(),
        known.creditCode(),
        known.agency(),
        known.civilServantSubsidy(),
        known.pensionInsured(),
        due(),
        bases(),
        persons());
  }
}
