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
 * employers that follow on each other are taken as an earlier night kept them, or else read from
 * the ledger, formatted and packed; several side by side. Put together, told on and counted they
 * are in order.
 */
final class YearPeople {

  /** Of how many people a stretch is made at least, unless it is the last. */
  private static final int TOGETHER = 1_000;

  /** Stretches begun for each thread before they are asked for. */
  private static final int AHEAD = 2;

  private final YearInMonth year;
  private final KeptStretches kept;
  private final IntakeOutputs outputs;
  private final Progress progress;

  YearPeople(YearInMonth year, KeptStretches kept, IntakeOutputs outputs, Progress progress) {
    this.year = year;
    this.kept = kept;
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

  /** Writes detail and evidence of {@code declarations}, which are those of the workbooks. */
  List<Written> write(
      YearWorkbooks workbooks, List<DeclarationRecord> declarations, int threads, Passing passing)
      throws IOException {
    try (DetailWorkbook detail = workbooks.detail();
        FlaggedWorkbook flagged = workbooks.flagged();
        InOrder<MadeStretch> made =
            new InOrder<>(
                "year-people", threads, AHEAD * threads, works(declarations, detail).iterator())) {
      detail.write(
          () -> {
            Optional<MadeStretch> next = made.next();
            if (next.isPresent()) {
              for (MadeStretch.Passed passed : next.get().people()) {
                flagged.add(passed.declaration(), passed.person());
                passing.accept(passed.declaration(), passed.person());
              }
              progress.step(next.get().people().size());
            }
            return next.map(MadeStretch::lines);
          });
      outputs.checkFence();
      return List.of(detail.finish(), flagged.finish());
    }
  }

  private List<Work<MadeStretch>> works(
      List<DeclarationRecord> declarations, DetailWorkbook detail) {
    List<Work<MadeStretch>> works = new ArrayList<>();
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

  /** As an earlier night kept it, or else from the ledger. */
  private MadeStretch made(Stretch stretch, DetailWorkbook detail) throws IOException {
    List<DeclarationRecord> declarations = stretch.declarations();
    Optional<KeptStretches.Key> key =
        declarations.stream().allMatch(year::isAsStored)
            ? kept.key(detail.place(stretch.before()), declarations)
            : Optional.empty();
    Optional<MadeStretch> before = key.flatMap(known -> kept.find(known, declarations));
    if (before.isPresent()) {
      return before.get();
    }
    MadeStretch made = fromLedger(stretch, detail);
    if (key.isPresent()) {
      kept.keep(key.get(), made, declarations);
    }
    return made;
  }

  private MadeStretch fromLedger(Stretch stretch, DetailWorkbook detail) throws IOException {
    try (DetailLines lines = detail.lines(stretch.before())) {
      List<MadeStretch.Passed> people = new ArrayList<>();
      year.forEachPerson(
          stretch.declarations(),
          (declaration, person) -> {
            lines.add(declaration, person);
            people.add(new MadeStretch.Passed(declaration, person));
          },
          IOException.class);
      return new MadeStretch(lines.finish(), people);
    }
  }
}
