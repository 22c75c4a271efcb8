package basedecl.ledger.audit;

import basedecl.audit.OutcomeKind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which audited employers are looked for; what is empty does not matter.
 *
 * @param agency whose employers
 * @param signal a signal that stands
 * @param share at the lower limit, from 0 to 1: this one or more
 */
public record AuditFilter(
    Optional<String> agency,
    Optional<String> signal,
    Optional<BigDecimal> share,
    Optional<FollowUp> followUp,
    Optional<Outcome> outcome) {

  /** Every employer of an agency; of all of them where none is named. */
  public static AuditFilter ofAgency(Optional<String> agency) {
    return new AuditFilter(
        agency, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How an employer stands to the audit before. */
  public enum FollowUp {
    /** Some signal is new. */
    FRESH("fresh > 0"),
    /** Some signal stood before. */
    STANDING("signals > fresh"),
    /** Some signal is cleared, whether or not others stand. */
    CLEARED("cleared > 0");

    private final String condition;

    FollowUp(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  /** What came of the audit. */
  public enum Outcome {
    NONE(Optional.empty()),
    SELF_CHECK(Optional.of(OutcomeKind.SELF_CHECK)),
    EXPLAINED(Optional.of(OutcomeKind.EXPLAINED)),
    CORRECTED(Optional.of(OutcomeKind.CORRECTED)),
    ASSESSED(Optional.of(OutcomeKind.ASSESSED));

    private final Optional<OutcomeKind> kind;

    Outcome(Optional<OutcomeKind> kind) {
      this.kind = kind;
    }

    /** Empty for none. */
    public Optional<OutcomeKind> kind() {
      return kind;
    }
  }
}
