package basedecl.job.collection;

import basedecl.assessment.collection.BatchLine;
import basedecl.assessment.collection.BatchPlan;
import basedecl.assessment.collection.Claim;
import basedecl.assessment.collection.Collected;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.collection.Sent;
import basedecl.declaration.Employer;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.ledger.collection.CollectionBatch;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.due.KnownEmployers;
import basedecl.person.SocialCreditCode;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The batch of a run: made once, whatever cuts the run off, and read from the ledger ever after. A
 * run that finds nothing new has the newest batch again.
 */
final class Batches {

  private final JobSettings settings;
  private final RunContext runContext;
  private final CollectionLedger ledger;
  private final Claims claims;

  Batches(RunServices run, CollectionLedger ledger, Claims claims) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.claims = claims;
  }

  /** How a run comes to its batch. */
  enum Origin {
    /** The run made it. */
    MADE,
    /** An earlier run made it, and there is nothing new. */
    AGAIN,
    /** It would be made: a dry run. */
    TRIED
  }

  /**
   * A batch to be written.
   *
   * @param soFar what all batches together say of each month, this one included
   */
  record Ready(
      CollectionBatch batch,
      Origin origin,
      List<CollectionLine> lines,
      Map<YearMonth, Collected> soFar) {}

  /** Makes the batch of the run where there is anything new, in one transaction. */
  Tasklet making() {
    return (StepContribution contribution, ChunkContext context) -> {
      long run = runContext.run().runId();
      if (!dryRun() && ledger.ofRun(run).isEmpty()) {
        List<CollectionLine> lines = planned();
        if (!lines.isEmpty()) {
          ledger.add(next(), run, lines);
        }
      }
      return RepeatStatus.FINISHED;
    };
  }

  /** What the run writes; empty where there never was anything to send. */
  Optional<Ready> ready() {
    if (dryRun()) {
      List<CollectionLine> lines = planned();
      if (!lines.isEmpty()) {
        return Optional.of(new Ready(next(), Origin.TRIED, lines, soFar(lines)));
      }
    }
    Optional<CollectionBatch> made = ledger.ofRun(runContext.run().runId());
    return made.or(ledger::newest)
        .map(
            batch ->
                new Ready(
                    batch,
                    made.isPresent() ? Origin.MADE : Origin.AGAIN,
                    ledger.lines(batch.number()),
                    soFar(List.of())));
  }

  /** Whether the newest batch is of a later day than the run: then there is none before it. */
  boolean isBeforeNewest() {
    return ledger
        .newest()
        .filter(batch -> batch.businessDate().isAfter(runContext.businessDate()))
        .isPresent();
  }

  boolean dryRun() {
    return settings.yes(CommonKeys.DRY_RUN);
  }

  private CollectionBatch next() {
    return new CollectionBatch(
        ledger.newest().map(CollectionBatch::number).orElse(0) + 1,
        SheetMonth.of(settings, runContext.year(), runContext.businessDate()),
        runContext.businessDate());
  }

  private List<CollectionLine> planned() {
    if (isBeforeNewest()) {
      return List.of();
    }
    CollectionBatch batch = next();
    KnownEmployers employers = claims.employers();
    List<Claim> owed = claims.of(employers);
    return new BatchPlan(batch.period(), settings.yes(CollectionJob.LATE_FEES))
        .lines(owed, ledger.sent()).stream()
            .map(line -> named(batch.number(), employers, line))
            .toList();
  }

  private static CollectionLine named(int batch, KnownEmployers employers, BatchLine line) {
    String employer = line.key().employerCode();
    String creditCode =
        Optional.ofNullable(employers.roster().get(employer))
            .flatMap(Employer::creditCode)
            .map(SocialCreditCode::text)
            .orElse("");
    return new CollectionLine(batch, employers.name(employer), creditCode, line);
  }

  private Map<YearMonth, Collected> soFar(List<CollectionLine> more) {
    Map<EmployerMonth, Sent> sent = ledger.sent();
    Map<YearMonth, Collected> months = new TreeMap<>();
    sent.forEach((key, known) -> months.merge(key.period(), known.figures(), Collected::plus));
    more.forEach(
        each ->
            months.merge(each.line().key().period(), each.line().difference(), Collected::plus));
    return months;
  }
}
