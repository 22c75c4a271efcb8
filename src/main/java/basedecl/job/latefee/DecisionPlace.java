package basedecl.job.latefee;

import basedecl.assessment.latefee.AgencyDecision;
import basedecl.assessment.latefee.DecisionRefusal;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.latefee.DecisionRecord;
import basedecl.message.ShortText;
import java.util.Optional;
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
      line.faults(column, decision.get().employerCode())
          .add(refused.get().code(), refused.get().reason(), refused.get().arguments());
      tally.refused(line.findings());
      return Optional.empty();
    }
    tally.took();
    return Optional.of(read);
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
