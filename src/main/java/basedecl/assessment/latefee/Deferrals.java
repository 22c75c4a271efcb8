package basedecl.assessment.latefee;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.policy.LastDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every decision on deferred months. Months are deferred by a grant; a later decision on the very
 * same months prolongs the deferral or ends it. A month has one deferral at most. No decision makes
 * anyone late for days that had passed when it was made: a deferral ends on the day of the decision
 * at the earliest.
 *
 * @param decisions in order of their days; of one day in the order in which they were taken
 */
public record Deferrals(List<DeferralDecision> decisions) {

  public static final Deferrals NONE = new Deferrals(List.of());

  public Deferrals {
    decisions =
        decisions.stream().sorted(Comparator.comparing(DeferralDecision::decidedOn)).toList();
  }

  public Deferrals with(DeferralDecision decision) {
    List<DeferralDecision> all = new ArrayList<>(decisions);
    all.add(decision);
    return new Deferrals(all);
  }

  /** The deferral of a month as known on {@code day}; empty where there is none. */
  public Optional<Deferral> of(
      String employerCode, YearMonth period, LocalDate day, LastDays lastDays) {
    return decisions.stream()
        .filter(decision -> decision.holdsOn(day))
        .map(decision -> new Deferral(decision, lastDays.inForce(decision.until())))
        .filter(deferral -> deferral.covers(employerCode, period))
        .reduce((earlier, later) -> later);
  }

  /** Those that nobody took back. */
  private Stream<DeferralDecision> standing() {
    return decisions.stream().filter(decision -> decision.revokedOn().isEmpty());
  }

  /**
   * Whether a decision cannot be taken beside those there are.
   *
   * @param deadline the last day of a month as the policy states it
   */
  public Optional<DecisionRefusal> refuses(
      DeferralDecision decision, Function<YearMonth, Optional<LocalDate>> deadline) {
    return decision.action() == DeferralDecision.Action.GRANTED
        ? refusesGrant(decision, deadline)
        : refusesChange(decision);
  }

  private Optional<DecisionRefusal> refusesGrant(
      DeferralDecision grant, Function<YearMonth, Optional<LocalDate>> deadline) {
    Optional<DeferralDecision> other = standing().filter(grant::overlaps).findFirst();
    if (other.isPresent()) {
      return Optional.of(
          DecisionRefusal.of(
              FindingCode.DEFERRAL_OVERLAPS,
              other.get().from().toString(),
              other.get().to().toString()));
    }
    return deadline
        .apply(grant.to())
        .filter(day -> !grant.until().isAfter(day))
        .map(day -> DecisionRefusal.day(Reason.DEFERRAL_BEFORE_DEADLINE, grant.until(), day));
  }

  private Optional<DecisionRefusal> refusesChange(DeferralDecision change) {
    Optional<DeferralDecision> standing =
        standing().filter(change::isOfSameMonths).reduce((earlier, later) -> later);
    if (standing.isEmpty()) {
      return Optional.of(
          DecisionRefusal.of(
              FindingCode.DEFERRAL_UNKNOWN, change.from().toString(), change.to().toString()));
    }
    DeferralDecision last = standing.get();
    if (change.decidedOn().isBefore(last.decidedOn())) {
      return Optional.of(
          DecisionRefusal.day(Reason.DECISION_OUT_OF_ORDER, change.decidedOn(), last.decidedOn()));
    }
    boolean prolongs = change.action() == DeferralDecision.Action.PROLONGED;
    if (prolongs && !change.until().isAfter(last.until())) {
      return Optional.of(
          DecisionRefusal.day(Reason.DEFERRAL_NOT_LATER, change.until(), last.until()));
    }
    if (!prolongs && !change.until().isBefore(last.until())) {
      return Optional.of(
          DecisionRefusal.day(Reason.DEFERRAL_NOT_EARLIER, change.until(), last.until()));
    }
    if (!prolongs && change.until().isBefore(change.decidedOn())) {
      return Optional.of(
          DecisionRefusal.day(Reason.DEFERRAL_ENDED_BACK, change.until(), change.decidedOn()));
    }
    return Optional.empty();
  }
}
