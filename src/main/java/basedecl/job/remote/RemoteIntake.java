package basedecl.job.remote;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.WorkFolder;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.remote.RemoteCall;
import basedecl.message.Message;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.gate.FileReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The run's side of intake on many machines: it calls the workers, hands out its files in rounds,
 * and takes the call back. A round's pieces that did not end are cut smaller for the next; a file
 * over which three processes died is refused. The ledger says what is left, so that a run that goes
 * on with another's work begins where that one's workers stopped.
 */
final class RemoteIntake implements PartitionHandler {

  /** Rounds in which nothing at all was stored. */
  private static final int FRUITLESS = 3;

  private final RunContext context;
  private final JobSettings settings;
  private final RosterFile roster;
  private final WorkFolder work;
  private final FenceGuard fence;
  private final RunSummary report;
  private final RemoteLedgers ledgers;
  private final TransactionTemplate transaction;
  private final Rounds rounds;

  RemoteIntake(
      RunContext context,
      JobSettings settings,
      RosterFile roster,
      WorkFolder work,
      FenceGuard fence,
      RunSummary report,
      RemoteLedgers ledgers,
      TransactionTemplate transaction,
      Rounds rounds) {
    this.context = context;
    this.settings = settings;
    this.roster = roster;
    this.work = work;
    this.fence = fence;
    this.report = report;
    this.ledgers = ledgers;
    this.transaction = transaction;
    this.rounds = rounds;
  }

  @Override
  public Collection<StepExecution> handle(StepExecutionSplitter unused, StepExecution step)
      throws Exception {
    List<IntakeFile> files = left();
    if (files.isEmpty()) {
      return List.of();
    }
    RemoteCall call = call();
    try (Rounds.Watch watch = rounds.watch(call.group())) {
      Collection<StepExecution> last =
          handOut(watch, step, Cut.first(files, rounds.pieces()), files.size());
      tellOfFilesNotStored();
      return last;
    } finally {
      inTransaction(() -> ledgers.calls().withdraw(fence.fence()));
    }
  }

  private Collection<StepExecution> handOut(
      Rounds.Watch watch, StepExecution step, List<Piece> first, int filesLeft) throws Exception {
    List<Piece> pieces = first;
    int fruitless = 0;
    int before = filesLeft;
    while (true) {
      Rounds.Round round = watch.round(step, pieces);
      List<IntakeFile> left = left();
      List<Piece> next = new ArrayList<>();
      for (Rounds.Result result : round.notEnded()) {
        next.addAll(again(result, left));
      }
      if (next.isEmpty()) {
        return round.executions().stream().filter(Rounds::isEnded).toList();
      }
      fruitless = left.size() < before ? 0 : fruitless + 1;
      if (fruitless == FRUITLESS) {
        return round.executions();
      }
      before = left.size();
      pieces = next;
    }
  }

  private List<Piece> again(Rounds.Result result, List<IntakeFile> left) {
    Piece piece = result.piece();
    List<IntakeFile> ofPiece = piece.of(left);
    if (result.why() == Rounds.Why.GIVEN_BACK) {
      return Cut.again(piece, ofPiece, piece.level());
    }
    boolean alone = piece.level() >= Cut.FILE_BY_FILE && ofPiece.size() == 1;
    if (alone && result.why() == Rounds.Why.DIED) {
      refuse(ofPiece.get(0).fileId());
      return List.of();
    }
    return Cut.again(piece, ofPiece, Math.min(piece.level() + 1, Cut.FILE_BY_FILE));
  }

  /** Three processes died over the file, the last with nothing else in hand. */
  private void refuse(long file) {
    inTransaction(
        () -> {
          ledgers.staging().discard(List.of(file));
          ledgers
              .staging()
              .storeFindings(
                  List.of(
                      new StagingLedger.NumberedFinding(
                          file, 1, FileReason.ENDS_PROCESSES.refusal().finding())));
          ledgers.intake().markStored(List.of(new IntakeLedger.StoredFile(file, "", 0, 0, 0)));
        });
  }

  /** What the writers of a run in one process tell themselves. */
  private void tellOfFilesNotStored() {
    ledgers
        .intake()
        .filesWith(context.run().runId(), FindingCode.FILE_DAMAGED, Reason.NOT_STORED)
        .forEach(file -> report.warn(Message.of("job.warn-not-stored", Long.toString(file))));
  }

  private RemoteCall call() throws IOException {
    String mark = UUID.randomUUID().toString();
    work.leaveMark(mark);
    RemoteCall call =
        new RemoteCall(
            context.run().runId(),
            context.run().attempt(),
            fence.fence(),
            settings.job(),
            settings.text(CommonKeys.POLICY),
            context.year(),
            context.businessDate(),
            Alikeness.of(settings, context.rules().version(), roster, mark));
    inTransaction(
        () -> {
          ledgers.pieces().forgetBefore(context.run().runId());
          ledgers.workers().forgetSilent();
          ledgers.calls().publish(call);
        });
    return call;
  }

  private List<IntakeFile> left() {
    return ledgers.intake().filesOf(context.run().runId()).stream()
        .filter(file -> file.state() == IntakeFile.State.CLAIMED)
        .toList();
  }

  private void inTransaction(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          work.run();
          fence.check();
        });
  }
}
