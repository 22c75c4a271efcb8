package basedecl.job.specialpayment;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.SettledCharge;
import basedecl.report.flexible.SpecialWorkbook;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.table.HeaderSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Approved amounts and payments into the ledger, in one transaction; then the workbook from it. */
final class SpecialPaymentSteps {

  /** A charge that was approved under a later year is known by its key, too. */
  private static final int EVERY_YEAR = 9999;

  private final JobSettings settings;
  private final RunContext runContext;
  private final SpecialLedger ledger;
  private final ElectionLedger elections;
  private final SubmittedFindings problems;
  private final RunSummary summary;
  private final Outputs outputs;

  SpecialPaymentSteps(RunServices run, SpecialLedger ledger, ElectionLedger elections) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.ledger = ledger;
    this.elections = elections;
    this.problems = new SubmittedFindings();
    this.summary = run.summary();
    this.outputs = run.outputs();
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext context) -> {
      int charges = takeApproved();
      int payments = takePayments();
      outputs.say("flexible.special-taken", Integer.toString(charges), Integer.toString(payments));
      return RepeatStatus.FINISHED;
    };
  }

  private int takeApproved() throws IOException {
    ApprovedAmounts approved =
        new ApprovedAmounts(
            runContext, elections, ledger.charges(region(), EVERY_YEAR), ledger.nextChargeId());
    for (SubmittedFile file : files(SpecialPaymentJob.APPROVED)) {
      SubmittedLines<ApprovedAmounts.Column> table = lines(file, ApprovedAmounts.HEADER);
      table.lines().forEach(approved::apply);
      problems.add(file, table.findings());
    }
    ledger.insertCharges(runContext.year(), runContext.run().runId(), approved.added());
    return approved.added().size();
  }

  private int takePayments() throws IOException {
    ReceivedPayments received =
        new ReceivedPayments(
            runContext, ledger.charges(region(), EVERY_YEAR), ledger.payments(region()));
    Map<SubmittedFile, SubmittedLines<ReceivedPayments.Column>> tables = new LinkedHashMap<>();
    for (SubmittedFile file : files(SpecialPaymentJob.PAYMENTS)) {
      SubmittedLines<ReceivedPayments.Column> table = lines(file, ReceivedPayments.HEADER);
      table.lines().forEach(line -> received.read(file, line));
      tables.put(file, table);
    }
    received.settle();
    tables.forEach((file, table) -> problems.add(file, table.findings()));
    ledger.insertPayments(runContext.run().runId(), received.added());
    return received.added().size();
  }

  private List<SubmittedFile> files(JobKey key) throws IOException {
    Optional<Path> path = settings.optionalPath(key);
    return path.isPresent() ? SubmittedFile.of(path.get(), summary::skipped) : List.of();
  }

  private <C extends Enum<C>> SubmittedLines<C> lines(SubmittedFile file, HeaderSpec<C> header)
      throws IOException {
    return new SubmittedTable<>(file.path(), header, settings.readLimits()).lines();
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      List<SettledCharge> charges =
          SettledCharge.of(ledger.charges(region(), runContext.year()), ledger.payments(region()));
      Written written =
          SpecialWorkbook.write(
              outputs.folder(),
              new RegionHeading(
                  runContext.rules().policies(), runContext.year(), runContext.businessDate()),
              charges,
              problems.all());
      outputs.keep(written);
      outputs.say(
          "flexible.special-year",
          Integer.toString(charges.size()),
          Integer.toString(problems.all().size()));
      outputs.sayWhere();
      return RepeatStatus.FINISHED;
    };
  }

  private String region() {
    return runContext.rules().name();
  }
}
