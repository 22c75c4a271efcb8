package basedecl.job.reconciliation;

import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.collection.LineAccount;
import basedecl.assessment.collection.Reconciliation;
import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunServices;
import basedecl.job.run.RunSummary;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedFindings;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.due.KnownEmployers;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.run.RunLedger;
import basedecl.money.Money;
import basedecl.payment.PaymentCheck;
import basedecl.report.collection.ReceiptLine;
import basedecl.report.collection.ReconciliationHeading;
import basedecl.report.collection.ReconciliationWorkbook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * What came back into the ledger, in one transaction; then the workbook of the year from it. A dry
 * run takes all back before its transaction ends.
 */
final class ReconciliationSteps {

  private final JobSettings settings;
  private final RunContext runContext;
  private final RunSummary summary;
  private final Outputs outputs;
  private final ReconciliationLedgers ledgers;
  private final RunLedger runs;
  private final Supplier<KnownEmployers> employers;
  private final List<ReceiptLine> unmatched = new ArrayList<>();
  private final List<FileFinding> problems = new ArrayList<>();

  /** What a dry run would have left, kept beyond what it took back. */
  private Optional<List<LineAccount>> tried = Optional.empty();

  ReconciliationSteps(
      RunServices run,
      ReconciliationLedgers ledgers,
      RunLedger runs,
      Supplier<KnownEmployers> employers) {
    this.settings = run.settings();
    this.runContext = run.context();
    this.summary = run.summary();
    this.outputs = run.outputs();
    this.ledgers = ledgers;
    this.runs = runs;
    this.employers = employers;
  }

  Tasklet taking() {
    return (StepContribution contribution, ChunkContext context) -> {
      long run = runContext.run().runId();
      ReceiptBook book = new ReceiptBook(ledgers, run);
      SubmittedFindings refused = new SubmittedFindings();
      ReceiptReader reader =
          new ReceiptReader(
              new PaymentCheck(
                  runContext.year(), runContext.businessDate(), employers.get()::knows));
      List<SubmittedFile> files =
          SubmittedFile.of(settings.path(ReconciliationJob.RECEIPTS), summary::skipped);
      int lines = 0;
      for (SubmittedFile file : files) {
        SubmittedLines<ReceiptColumn> table =
            new SubmittedTable<>(file.path(), ReceiptColumn.HEADER, settings.readLimits()).lines();
        for (SubmittedLine<ReceiptColumn> line : table.lines()) {
          reader.read(file, line).ifPresent(book::read);
          lines++;
        }
        refused.add(file, table.findings());
        runs.artifact(run, RunLedger.Direction.INPUT, "receipts/" + file.name(), file.sha256());
      }
      Savepoint before = ledgers.staging().savepoint();
      book.settle();
      ledgers.receipts().add(run, book.taken());
      if (isDry()) {
        tried = Optional.of(accounts());
        ledgers.staging().rollBackTo(before);
      }
      unmatched.clear();
      unmatched.addAll(book.unmatched());
      problems.clear();
      problems.addAll(refused.all());
      problems.addAll(book.problems());
      outputs.say(
          "reconciliation.summary-taken",
          files.size(),
          lines,
          book.taken().size(),
          book.again(),
          unmatched.size(),
          problems.size());
      return RepeatStatus.FINISHED;
    };
  }

  Tasklet reporting() {
    return (StepContribution contribution, ChunkContext context) -> {
      List<LineAccount> accounts = tried.orElseGet(this::accounts);
      Map<String, String> names = new HashMap<>();
      ledgers
          .batches()
          .lines()
          .forEach(each -> names.put(each.line().key().employerCode(), each.employerName()));
      Written written =
          ReconciliationWorkbook.write(
              outputs.folder(),
              new ReconciliationHeading(
                  runContext.policy(), runContext.year(), runContext.businessDate(), isDry()),
              accounts,
              names,
              unmatched,
              problems);
      outputs.keep(written);
      if (isDry()) {
        outputs.say("reconciliation.dry-run");
      }
      tell(accounts);
      return RepeatStatus.FINISHED;
    };
  }

  private boolean isDry() {
    return settings.yes(CommonKeys.DRY_RUN);
  }

  /** The year's lines with what came by the business date. */
  private List<LineAccount> accounts() {
    List<Reconciliation.Asked> asked = new ArrayList<>();
    for (CollectionLine each : ledgers.batches().lines()) {
      asked.add(
          new Reconciliation.Asked(each.batch(), each.line().key(), each.line().difference()));
    }
    return Reconciliation.of(
        asked,
        ledgers.receipts().ofYear(runContext.year()).stream()
            .filter(receipt -> !receipt.on().isAfter(runContext.businessDate()))
            .toList(),
        paid());
  }

  /** What was paid towards each month, and what the agency moved from one to another since. */
  private Map<EmployerMonth, Money> paid() {
    Map<EmployerMonth, Money> paid = new HashMap<>();
    for (PaymentRecord each : ledgers.payments().ofYear(runContext.year())) {
      if (!each.payment().paidOn().isAfter(runContext.businessDate())) {
        paid.merge(
            new EmployerMonth(each.payment().employerCode(), each.payment().period()),
            each.payment().amount(),
            Money::plus);
      }
    }
    for (OverpaymentDecision each : ledgers.decisions().ofYear(runContext.year()).overpayments()) {
      if (each.holdsOn(runContext.businessDate())) {
        String employer = each.employerCode();
        paid.merge(
            new EmployerMonth(employer, each.period()),
            Money.ZERO.minus(each.amount()),
            Money::plus);
        each.target()
            .ifPresent(
                month ->
                    paid.merge(new EmployerMonth(employer, month), each.amount(), Money::plus));
      }
    }
    return paid;
  }

  private void tell(List<LineAccount> accounts) {
    outputs.say(
        "reconciliation.summary-lines",
        accounts.size(),
        accounts.stream().filter(LineAccount::agrees).count(),
        accounts.stream().filter(LineAccount::differs).count(),
        accounts.stream().filter(LineAccount::isOpen).count(),
        accounts.stream().map(LineAccount::open).reduce(Money.ZERO, Money::plus));
    outputs.sayWhere();
  }
}
