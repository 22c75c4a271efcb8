package basedecl.job.specialpayment;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.Outputs;
import basedecl.job.submitted.HandedFile;
import basedecl.job.submitted.HandedFindings;
import basedecl.job.submitted.HandedTable;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.report.RegionHeading;
import basedecl.report.flexible.SettledCharge;
import basedecl.report.flexible.SpecialWorkbook;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private final Night night;
  private final SpecialLedger ledger;
  private final HandedFindings problems;
  private final NightReport report;
  private final Outputs outputs;

  SpecialPaymentSteps(
      JobSettings settings,
      Night night,
      SpecialLedger ledger,
      NightReport report,
      Outputs outputs) {
    this.settings = settings;
    this.night = night;
    this.ledger = ledger;
    this.problems = new HandedFindings();
    this.report = report;
    this.outputs = outputs;
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
        new ApprovedAmounts(night, ledger.charges(region(), EVERY_YEAR), ledger.nextChargeId());
    for (HandedFile file : files(SpecialPaymentJob.APPROVED)) {
      HandedTable<ApprovedAmounts.Column> table =
          HandedTable.read(file, ApprovedAmounts.HEADER, settings.readLimits());
      table.lines().forEach(approved::apply);
      problems.add(file, table.findings());
    }
    ledger.insertCharges(region(), night.year(), night.run().runId(), approved.added());
    return approved.added().size();
  }

  private int takePayments() throws IOException {
    ReceivedPayments received =
        new ReceivedPayments(
            night, ledger.charges(region(), EVERY_YEAR), ledger.payments(region()));
    List<HandedTable<ReceivedPayments.Column>> tables = new ArrayList<>();
    for (HandedFile file : files(SpecialPaymentJob.PAYMENTS)) {
      HandedTable<ReceivedPayments.Column> table =
          HandedTable.read(file, ReceivedPayments.HEADER, settings.readLimits());
      table.lines().forEach(line -> received.read(file, line));
      tables.add(table);
    }
    received.settle();
    tables.forEach(table -> problems.add(table.file(), table.findings()));
    ledger.insertPayments(night.run().runId(), received.added());
    return received.added().size();
  }

  private List<HandedFile> files(JobKey key) throws IOException {
    Optional<Path> path = settings.optionalPath(key);
    return path.isPresent() ? HandedFile.of(path.get(), report::skipped) : List.of();
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      List<SettledCharge> charges =
          SettledCharge.of(ledger.charges(region(), night.year()), ledger.payments(region()));
      Written written =
          SpecialWorkbook.write(
              outputs.folder(),
              new RegionHeading(night.rules().policies(), night.year(), night.businessDate()),
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
    return night.rules().name();
  }
}
