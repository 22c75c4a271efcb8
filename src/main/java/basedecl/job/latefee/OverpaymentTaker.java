package basedecl.job.latefee;

import basedecl.assessment.latefee.DecisionRefusal;
import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.assessment.latefee.Overpayments;
import basedecl.job.latefee.OverpaymentLine.Column;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.latefee.PaymentRecord;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes decisions on overpaid money, each against what is overpaid after those before it. */
final class OverpaymentTaker {

  private final RunContext context;
  private final LateFeeLedgers ledgers;
  private final DecisionCells<Column> cells;
  private final DecisionTallies tallies;

  OverpaymentTaker(
      RunContext context,
      LateFeeLedgers ledgers,
      DecisionCells<Column> cells,
      DecisionTallies tallies) {
    this.context = context;
    this.ledgers = ledgers;
    this.cells = cells;
    this.tallies = tallies;
  }

  /** What was moved to a month may have been moved on from there. */
  private static final DecisionPlace.Foundation<OverpaymentDecision> FOUNDATION =
      new DecisionPlace.Foundation<>() {
        @Override
        public List<YearMonth> months(OverpaymentDecision decision) {
          return Stream.concat(Stream.of(decision.period()), decision.target().stream()).toList();
        }

        @Override
        public boolean carries(OverpaymentDecision decision, OverpaymentDecision later) {
          return decision.target().filter(later.period()::equals).isPresent();
        }
      };

  void take(SubmittedFile file, SubmittedLine<Column> line) {
    Optional<OverpaymentDecision> decision =
        OverpaymentLine.of(line, cells, context.year(), context.businessDate());
    DecisionPlace<Column> place =
        new DecisionPlace<>(file, line, Column.AMOUNT, tallies.overpayments());
    if (DecisionCells.revokes(line, Column.USE)) {
      place.revoked(
          context.run().runId(),
          decision,
          Column.DECIDED_ON,
          ledgers.decisions().overpaymentRevocations(),
          OverpaymentDecision::isOfSameMoney,
          FOUNDATION);
      return;
    }
    place
        .taken(
            decision,
            Column.DECIDED_ON,
            ledgers.decisions()::overpaymentBefore,
            () -> decision.flatMap(this::refusal))
        .ifPresent(taken -> ledgers.decisions().addOverpayment(context.run().runId(), taken));
  }

  private Optional<DecisionRefusal> refusal(OverpaymentDecision decision) {
    String employer = decision.employerCode();
    return new Overpayments(
            context.policy(),
            context.businessDate(),
            ledgers.dues().ofEmployer(context.policy().name(), context.year(), employer),
            ledgers.payments().ofEmployer(employer, context.year()).stream()
                .map(PaymentRecord::payment)
                .toList())
        .refuses(decision, ledgers.decisions().ofEmployer(employer));
  }
}
