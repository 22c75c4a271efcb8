package basedecl.assessment.latefee;

import basedecl.finding.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A decision of the agency on an employer's account, taken once. */
public sealed interface AgencyDecision permits OverpaymentDecision, DeferralDecision {

  String employerCode();

  /** The day from which (inclusive) it holds. */
  LocalDate decidedOn();

  /** The day from which (inclusive) it counts as never made; empty where it stands. */
  Optional<LocalDate> revokedOn();

  /** Whether it holds on a day: it was made, and not taken back. */
  default boolean holdsOn(LocalDate day) {
    return !decidedOn().isAfter(day) && !isRevokedOn(day);
  }

  /** Whether it was taken back by a day. */
  default boolean isRevokedOn(LocalDate day) {
    return revokedOn().filter(revoked -> !revoked.isAfter(day)).isPresent();
  }

  /** What it does, as tables and workbooks word it. */
  String title();

  /** The number of the document or of the transfer; may be empty. */
  String reference();

  /** What it is about; with the number this names a decision. */
  List<String> subject();

  /** The amount, or the last day, that it lays down. */
  String figure();

  /** Whether it concerned a month of an employer. */
  boolean concerns(String employerCode, YearMonth period);

  /**
   * What happened since a decision was taken, each the first of its kind.
   *
   * @param batch the number of a batch with a line of one of its months
   * @param payment the day of a payment towards one of them, after the day of the decision
   * @param decision the day of a later decision that rests on it
   */
  record Since(Optional<Integer> batch, Optional<LocalDate> payment, Optional<LocalDate> decision) {

    /** Nothing happened. */
    public static final Since NOTHING =
        new Since(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Why it cannot be taken back (撤销) on a day, so that it counts as never made from then on; empty
   * where it can. It may be only while nothing was built on it: no batch asked for one of its
   * months since, nobody paid towards them, and no later decision rests on it. What is to end from
   * now on is another decision.
   */
  default Optional<DecisionRefusal> refusesRevocation(LocalDate on, Since since) {
    if (on.isBefore(decidedOn())) {
      return Optional.of(DecisionRefusal.day(Reason.DECISION_OUT_OF_ORDER, on, decidedOn()));
    }
    return since
        .decision()
        .map(day -> DecisionRefusal.actedOn(Reason.REVOKED_DECIDED, day.toString()))
        .or(
            () ->
                since
                    .batch()
                    .map(
                        batch ->
                            DecisionRefusal.actedOn(Reason.REVOKED_COLLECTED, batch.toString())))
        .or(
            () ->
                since
                    .payment()
                    .map(day -> DecisionRefusal.actedOn(Reason.REVOKED_PAID, day.toString())));
  }
}
