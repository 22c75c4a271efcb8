package basedecl.job.latefee;

import basedecl.assessment.latefee.AgencyDecision;
import basedecl.assessment.latefee.DecisionRefusal;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.latefee.DecisionRecord;
import basedecl.ledger.latefee.RevocationLedger;
import basedecl.ledger.latefee.RevocationLedger.Standing;
import basedecl.message.ShortText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** A line that decides something, until it is taken or refused. */
record DecisionPlace<C extends Enum<C>>(
    SubmittedFile file, SubmittedLine<C> line, C column, DecisionTally tally) {

  private static final int LONGEST_PATH = 1_000;

  /**
   * Takes the decision, once.
   *
   * @param decision the decision of the line; empty where the line is refused
   * @param dayColumn where the day of the decision stands
   * @param before the record that stands for a line
   * @param refusal why it cannot be taken
   */
  <D extends AgencyDecision> Optional<DecisionRecord<D>> taken(
      Optional<D> decision,
      C dayColumn,
      Function<DecisionRecord<D>, Optional<DecisionRecord<D>>> before,
      Supplier<Optional<DecisionRefusal>> refusal) {
    tally.read();
    if (decision.isEmpty()) {
      tally.refused(line.findings());
      return Optional.empty();
    }
    DecisionRecord<D> read = recordOf(decision.get(), dayColumn);
    Optional<DecisionRecord<D>> known = before.apply(read);
    if (known.isPresent()) {
      tellKnown(known.get(), read);
      return Optional.empty();
    }
    Optional<DecisionRefusal> refused = refusal.get();
    if (refused.isPresent()) {
      refuse(decision.get(), refused.get());
      return Optional.empty();
    }
    tally.took();
    return Optional.of(read);
  }

  /**
   * Takes a decision back, once.
   *
   * @param named what the line names, with the day of the revocation; empty where it is refused
   * @param dayColumn where the day of the revocation stands
   * @param which whether a decision is the one that is named
   * @param foundation the months that a decision is about, and what rests on it
   */
  <D extends AgencyDecision> void revoked(
      long runId,
      Optional<D> named,
      C dayColumn,
      RevocationLedger<D> ledger,
      BiPredicate<D, D> which,
      Foundation<D> foundation) {
    tally.read();
    if (named.isEmpty()) {
      tally.refused(line.findings());
      return;
    }
    D wanted = named.get();
    DecisionRecord<D> read = recordOf(wanted, dayColumn);
    if (ledger.has(read)) {
      return;
    }
    List<Standing<D>> all = ledger.standing(wanted.employerCode());
    Optional<Standing<D>> standing =
        all.stream()
            .filter(each -> which.test(wanted, each.decision()))
            .reduce((earlier, later) -> later);
    if (standing.isEmpty()) {
      tellNothingStands(wanted, ledger, which);
      return;
    }
    D decision = standing.get().decision();
    Optional<DecisionRefusal> refused =
        decision.refusesRevocation(
            wanted.decidedOn(),
            ledger.since(
                standing.get(),
                foundation.months(decision),
                later(standing.get(), all, foundation)));
    if (refused.isPresent()) {
      refuse(wanted, refused.get());
    } else {
      tally.took();
      ledger.revoke(runId, standing.get(), read);
    }
  }

  /** What a decision is the foundation of. */
  interface Foundation<D> {
    /** The months that it is about. */
    List<YearMonth> months(D decision);

    /** Whether a later decision rests on it. */
    boolean carries(D decision, D later);
  }

  private static <D extends AgencyDecision> Optional<LocalDate> later(
      Standing<D> standing, List<Standing<D>> all, Foundation<D> foundation) {
    return all.stream()
        .filter(each -> each.id() > standing.id())
        .filter(each -> foundation.carries(standing.decision(), each.decision()))
        .map(each -> each.decision().decidedOn())
        .findFirst();
  }

  private <D extends AgencyDecision> void tellNothingStands(
      D wanted, RevocationLedger<D> ledger, BiPredicate<D, D> which) {
    Optional<RevocationLedger.Place> before =
        ledger.revoked(wanted.employerCode(), each -> which.test(wanted, each));
    refuse(
        wanted,
        before
            .map(
                place ->
                    DecisionRefusal.of(
                        FindingCode.AGENCY_DECISION_TAKEN,
                        place.file(),
                        Integer.toString(place.row())))
            .orElseGet(() -> DecisionRefusal.of(FindingCode.AGENCY_DECISION_UNKNOWN)));
  }

  private void refuse(AgencyDecision decision, DecisionRefusal refusal) {
    line.faults(column, decision.employerCode())
        .add(refusal.code(), refusal.reason(), refusal.arguments());
    tally.refused(line.findings());
  }

  private <D extends AgencyDecision> DecisionRecord<D> recordOf(D decision, C dayColumn) {
    return new DecisionRecord<>(
        decision,
        !line.cell(dayColumn).isBlank(),
        ShortText.of(file.name(), LONGEST_PATH),
        file.sha256(),
        line.place().sheet(),
        line.place().row());
  }

  private <D extends AgencyDecision> void tellKnown(
      DecisionRecord<D> known, DecisionRecord<D> read) {
    if (known.isSameLine(read)) {
      return;
    }
    line.faults(column, read.decision().employerCode())
        .add(
            known.saysTheSame(read)
                ? FindingCode.AGENCY_DECISION_TAKEN
                : FindingCode.AGENCY_DECISION_CONFLICT,
            known.place(),
            Integer.toString(known.row()));
    tally.refused(line.findings());
  }
}
