package basedecl.job.employerchange;

import basedecl.declaration.change.ChangeField;
import basedecl.file.Inbox;
import basedecl.finding.FileFinding;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.run.RunLedger;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The tables of a run, read whole: a file that breaks off gives no changes at all. */
final class ChangeTables {

  private record Table(SubmittedFile file, SubmittedLines<ChangeField> lines) {}

  private final List<Table> tables = new ArrayList<>();
  private final List<ChangeLine> changes = new ArrayList<>();

  private ChangeTables() {}

  static ChangeTables read(
      JobSettings settings,
      RunContext context,
      RunLedger runs,
      Predicate<String> known,
      Consumer<List<Inbox.Skipped>> passedOver)
      throws IOException {
    ChangeTables read = new ChangeTables();
    for (SubmittedFile file :
        SubmittedFile.of(settings.path(EmployerChangesJob.CHANGES), passedOver)) {
      SubmittedLines<ChangeField> lines =
          new SubmittedTable<>(file.path(), ChangeLine.HEADER, settings.readLimits()).lines();
      read.tables.add(new Table(file, lines));
      lines
          .lines()
          .forEach(line -> ChangeLine.read(line, file, known).ifPresent(read.changes::add));
      runs.artifact(
          context.run().runId(),
          RunLedger.Direction.INPUT,
          "changes/" + file.name(),
          file.sha256());
    }
    return read;
  }

  /** The lines that could be read. */
  List<ChangeLine> changes() {
    return changes;
  }

  /** How many lines there are, with those that could not be read. */
  int lines() {
    return tables.stream().mapToInt(table -> table.lines().lines().size()).sum();
  }

  /** What is wrong by now, file by file. */
  List<FileFinding> problems() {
    List<FileFinding> problems = new ArrayList<>();
    for (Table table : tables) {
      table
          .lines()
          .findings()
          .forEach(finding -> problems.add(new FileFinding(table.file().name(), finding)));
    }
    return problems;
  }
}
