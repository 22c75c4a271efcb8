package basedecl.job.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.run.InOrder;
import basedecl.job.run.Progress;
import basedecl.job.run.SideBySide.Work;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonLine;
import basedecl.ledger.year.YearInMonth;
import basedecl.report.declaration.DetailLines;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.FlaggedWorkbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass over the people of declarations feeds the detail and the evidence. Stretches of
 * employers that follow on each other are read from the ledger, formatted and packed side by side;
 * put together, told on and counted they are in order.
 */
final class YearPeople {

  /** Of how many people a stretch is made at least, unless it is the last. */
  private static final int TOGETHER = 1_000;

  /** Stretches begun for each thread before they are asked for. */
  private static final int AHEAD = 4;

  private final YearInMonth year;
  private final IntakeOutputs outputs;
  private final Progress progress;

  YearPeople(YearInMonth year, IntakeOutputs outputs, Progress progress) {
    this.year = year;
    this.outputs = outputs;
    this.progress = progress;
  }

  /** Takes the people of all stretches in order. */
  interface Passing {
    void accept(DeclarationRecord declaration, PersonLine person);
  }

  /**
   * Employers whose lines are made together.
   *
   * @param before how many people's lines come before theirs
   */
  private record Stretch(List<DeclarationRecord> declarations, long before) {}

  private record Passed(DeclarationRecord declaration, PersonLine person) {}

  private record Made(DetailLines.Packed lines, List<Passed> people) {}

  /** Writes detail and evidence of {@code declarations}, which are those of the workbooks. */
  List<Written> write(
      YearWorkbooks workbooks, List<DeclarationRecord> declarations, int threads, Passing passing)
      throws IOException {
    try (DetailWorkbook detail = workbooks.detail();
        FlaggedWorkbook flagged = workbooks.flagged();
        InOrder<Made> made =
            new InOrder<>(
                "year-people", threads, AHEAD * threads, works(declarations, detail).iterator())) {
      detail.write(
          () -> {
            Optional<Made> next = made.next();
            if (next.isPresent()) {
              for (Passed passed : next.get().people()) {
                flagged.add(passed.declaration(), passed.person());
                passing.accept(passed.declaration(), passed.person());
              }
              progress.step(next.get().people().size());
            }
            return next.map(Made::lines);
          });
      outputs.checkFence();
      return List.of(detail.finish(), flagged.finish());
    }
  }

  private List<Work<Made>> works(List<DeclarationRecord> declarations, DetailWorkbook detail) {
    List<Work<Made>> works = new ArrayList<>();
    for (Stretch stretch : stretches(declarations)) {
      works.add(() -> made(stretch, detail));
    }
    return works;
  }

  private static List<Stretch> stretches(List<DeclarationRecord> declarations) {
    List<Stretch> stretches = new ArrayList<>();
    List<DeclarationRecord> together = new ArrayList<>();
    long before = 0;
    long persons = 0;
    for (DeclarationRecord declaration : declarations) {
      together.add(declaration);
      persons += declaration.persons();
      if (persons >= TOGETHER) {
        stretches.add(new Stretch(List.copyOf(together), before));
        together.clear();
        before += persons;
        persons = 0;
      }
    }
    if (!together.isEmpty()) {
      stretches.add(new Stretch(List.copyOf(together), before));
    }
    return stretches;
  }

  private Made made(Stretch stretch, DetailWorkbook detail) throws IOException {
    try (DetailLines lines = detail.lines(stretch.before())) {
      List<Passed> people = new ArrayList<>();
      year.forEachPerson(
          stretch.declarations(),
          (declaration, person) -> {
            lines.add(declaration, person);
            people.add(new Passed(declaration, person));
          },
          IOException.class);
      return new Made(lines.finish(), people);
    }
  }
}
