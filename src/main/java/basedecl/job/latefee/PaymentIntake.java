package basedecl.job.latefee;

import basedecl.file.DiskFault;
import basedecl.file.FileDigest;
import basedecl.file.Inbox;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.job.submitted.SubmittedFile;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.latefee.PaymentReversals;
import basedecl.ledger.run.RunLedger;
import basedecl.payment.PaymentCheck;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.gate.FileReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes the payments file by file, each in a transaction of its own. The files stay where they are:
 * what was taken is known by the ledger, so that reading them again takes nothing twice. Reversals
 * come last.
 */
final class PaymentIntake implements Tasklet {

  private final JobSettings settings;
  private final RunContext runContext;
  private final RunSummary summary;
  private final LateFeeLedgers ledgers;
  private final LineFindingLedger findings;
  private final RunLedger runs;
  private final PaymentTally tally;

  private Optional<List<Source>> sources = Optional.empty();
  private Optional<PaymentCheck> check = Optional.empty();
  private final PaymentReversals reversals;
  private int next;

  private record Source(Path file, String within) {}

  PaymentIntake(RunServices run, LateFeeLedgers ledgers, RunLedger runs, PaymentTally tally) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.summary = run.summary();
    this.ledgers = ledgers;
    this.findings = ledgers.findings();
    this.runs = runs;
    this.tally = tally;
    this.reversals = new PaymentReversals(ledgers.payments());
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    if (sources.isEmpty()) {
      findings.clear(runContext.run().runId());
      sources = Optional.of(sources());
      check =
          Optional.of(
              new PaymentCheck(
                  runContext.year(),
                  runContext.businessDate(),
                  ledgers.employers(runContext)::knows));
    }
    List<Source> all = sources.get();
    if (next < all.size()) {
      take(all.get(next), check.orElseThrow());
      next++;
      return RepeatStatus.CONTINUABLE;
    }
    takeReversals();
    return RepeatStatus.FINISHED;
  }

  private void takeReversals() {
    List<FileFinding> problems = new ArrayList<>();
    reversals.settle(
        runContext.run().runId(),
        taken -> {
          tally.took(taken);
          duplicates(taken, problems);
        },
        problems::add);
    findings.add(runContext.run().runId(), problems);
  }

  private void take(Source source, PaymentCheck rules) throws IOException {
    try {
      takeReadable(source, rules);
    } catch (FileSystemException e) {
      // Gone since it was found, or without the right to read it; the other files go on.
      if (DiskFault.is(e)) {
        throw e;
      }
      findings.add(
          runContext.run().runId(),
          List.of(new FileFinding(source.within(), FileReason.NOT_READABLE.refusal().finding())));
    }
  }

  private void takeReadable(Source source, PaymentCheck rules) throws IOException {
    long run = runContext.run().runId();
    String sha256 = FileDigest.sha256(source.file());
    PaymentFile file =
        PaymentFile.read(
            new SubmittedFile(source.file(), source.within(), sha256),
            settings.readLimits(),
            rules);
    Map<Boolean, List<PaymentRecord>> lines =
        file.payments().stream().collect(Collectors.partitioningBy(PaymentReversals::isReversal));
    PaymentLedger.Taken taken = ledgers.payments().take(run, lines.getOrDefault(false, List.of()));
    reversals.await(lines.getOrDefault(true, List.of()));
    List<FileFinding> problems = new ArrayList<>(file.findings());
    duplicates(taken, problems);
    findings.add(run, problems);
    runs.artifact(run, RunLedger.Direction.INPUT, "payments/" + source.within(), sha256);
    tally.read(file);
    tally.took(taken);
  }

  private static void duplicates(PaymentLedger.Taken taken, List<FileFinding> problems) {
    taken
        .known()
        .forEach(known -> problems.add(new FileFinding(known.line().file(), duplicate(known))));
  }

  private static Finding duplicate(PaymentLedger.Known known) {
    PaymentRecord line = known.line();
    PaymentRecord before = known.onRecord();
    FindingCode code = FindingCode.PAYMENT_DUPLICATE;
    Reason how = Reason.PAYMENT_SAME_LINE;
    if (line.payment().serial().isPresent()) {
      boolean same = line.payment().equals(before.payment());
      code = same ? FindingCode.PAYMENT_DUPLICATE : FindingCode.PAYMENT_CONFLICT;
      how = same ? Reason.PAYMENT_SAME_SERIAL : Reason.PAYMENT_OTHER_CONTENT;
    }
    return Finding.of(
        code,
        line.payment().employerCode(),
        SourceCell.row(line.sheet(), line.row()),
        how,
        before.place(),
        Integer.toString(before.row()));
  }

  /** The files in order of their paths; those passed over are told to the operator. */
  private List<Source> sources() throws IOException {
    Path path = settings.path(LateFeeJob.PAYMENTS);
    if (!Files.isDirectory(path)) {
      return List.of(new Source(path, String.valueOf(path.getFileName())));
    }
    Inbox.Scan scan = new Inbox(path, Duration.ZERO).scan();
    summary.skipped(scan.skipped());
    return scan.candidates().stream()
        .map(candidate -> new Source(candidate.file(), candidate.path()))
        .sorted(Comparator.comparing(Source::within))
        .toList();
  }
}
