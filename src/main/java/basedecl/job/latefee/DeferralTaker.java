package basedecl.job.latefee;

import basedecl.assessment.latefee.DecisionRefusal;
import basedecl.assessment.latefee.DeferralDecision;
import basedecl.job.latefee.DeferralLine.Column;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.policy.rule.Deadline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes decisions on deferred months, each beside those before it. */
final class DeferralTaker {

  private final RunContext context;
  private final LateFeeLedgers ledgers;
  private final DecisionCells<Column> cells;
  private final DecisionTallies tallies;

  DeferralTaker(
      RunContext context,
      LateFeeLedgers ledgers,
      DecisionCells<Column> cells,
      DecisionTallies tallies) {
    this.context = context;
    this.ledgers = ledgers;
    this.cells = cells;
    this.tallies = tallies;
  }

  /** What prolonged or ended a deferral rests on it. */
  private static final DecisionPlace.Foundation<DeferralDecision> FOUNDATION =
      new DecisionPlace.Foundation<>() {
        @Override
        public List<YearMonth> months(DeferralDecision decision) {
          return Stream.iterate(
                  decision.from(),
                  month -> !month.isAfter(decision.to()),
                  month -> month.plusMonths(1))
              .toList();
        }

        @Override
        public boolean carries(DeferralDecision decision, DeferralDecision later) {
          return decision.isOfSameMonths(later);
        }
      };

  void take(SubmittedFile file, SubmittedLine<Column> line) {
    Optional<DeferralDecision> decision =
        DeferralLine.of(line, cells, context.year(), context.businessDate());
    DecisionPlace<Column> place =
        new DecisionPlace<>(file, line, Column.UNTIL, tallies.deferrals());
    if (DecisionCells.revokes(line, Column.ACTION)) {
      place.revoked(
          context.run().runId(),
          decision,
          Column.DECIDED_ON,
          ledgers.decisions().deferralRevocations(),
          DeferralDecision::isOfSameDays,
          FOUNDATION);
      return;
    }
    place
        .taken(
            decision,
            Column.DECIDED_ON,
            ledgers.decisions()::deferralBefore,
            () -> decision.flatMap(this::refusal))
        .ifPresent(taken -> ledgers.decisions().addDeferral(context.run().runId(), taken));
  }

  private Optional<DecisionRefusal> refusal(DeferralDecision decision) {
    return ledgers
        .decisions()
        .ofEmployer(decision.employerCode())
        .deferrals()
        .refuses(decision, month -> context.policy().deadlineFor(month).map(Deadline::date));
  }
}
