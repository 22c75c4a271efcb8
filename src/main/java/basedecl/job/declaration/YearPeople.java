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
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One pass over the people of declarations feeds the detail and the evidence. Stretches of
 * employers that follow on each other are taken as an earlier night kept them, or else read from
 * the ledger, formatted and packed; several side by side. Put together they are in order, and told
 * on in order by one thread behind that. No more than some stretches are held, and an employer of
 * very many people is never held whole: it is read piece by piece, and not kept.
 */
final class YearPeople {

  /** Of how many people a stretch is made at least, unless it is the last. */
  private static final int TOGETHER = 1_000;

  /** An employer of more people is handed on in pieces. */
  private static final int LONG = 50_000;

  /** Stretches begun for each thread before they are asked for. */
  private static final int AHEAD = 2;

  private static final String THREAD = "year-people";
  private static final String TELLING = "year-telling";

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

  /** Takes the people of all stretches in order, on a thread of its own. */
  interface Passing {
    void accept(DeclarationRecord declaration, PersonLine person);
  }

  /**
   * Employers whose lines are made together.
   *
   * @param before how many people's lines come before theirs
   */
  private record Stretch(List<DeclarationRecord> declarations, long before) {
    boolean isLong() {
      return declarations.get(0).persons() > LONG;
    }
  }

  /** Stretches in order, until there are no more. */
  private interface Stretches {
    Optional<MadeStretch> next() throws IOException;
  }

  /** Writes detail and evidence of {@code declarations}, which are those of the workbooks. */
  List<Written> write(
      YearWorkbooks workbooks, List<DeclarationRecord> declarations, int threads, Passing passing)
      throws IOException {
    try (DetailWorkbook detail = workbooks.detail();
        FlaggedWorkbook flagged = workbooks.flagged();
        Making made = new Making(detail, threads, together(stretches(declarations)));
        Follower telling = new Follower(TELLING)) {
      detail.write(
          () -> {
            Optional<MadeStretch> next = made.next();
            if (next.isPresent()) {
              List<MadeStretch.Passed> people = next.get().people();
              telling.then(() -> tell(people, flagged, passing));
              progress.step(people.size());
            }
            return next.map(MadeStretch::lines);
          });
      telling.finish();
      outputs.checkFence();
      return List.of(detail.finish(), flagged.finish());
    }
  }

  private static int tell(List<MadeStretch.Passed> people, FlaggedWorkbook flagged, Passing passing)
      throws IOException {
    for (MadeStretch.Passed passed : people) {
      flagged.add(passed.declaration(), passed.person());
      passing.accept(passed.declaration(), passed.person());
    }
    return people.size();
  }

  /** Made side by side, but for a long one, which is alone. */
  private final class Making implements Closeable {
    private final DetailWorkbook detail;
    private final int threads;
    private final Iterator<List<Stretch>> left;
    private Stretches current = Optional::empty;
    private Closeable end = () -> {};

    Making(DetailWorkbook detail, int threads, List<List<Stretch>> together) {
      this.detail = detail;
      this.threads = threads;
      this.left = together.iterator();
    }

    Optional<MadeStretch> next() throws IOException {
      Optional<MadeStretch> next = current.next();
      while (next.isEmpty() && left.hasNext()) {
        end.close();
        begin(left.next());
        next = current.next();
      }
      return next;
    }

    private void begin(List<Stretch> stretches) {
      if (stretches.get(0).isLong()) {
        InPieces<MadeStretch> pieces =
            new InPieces<>(THREAD, taking -> inPieces(stretches.get(0), detail, taking));
        current = pieces::next;
        end = pieces;
        return;
      }
      List<Work<MadeStretch>> works = new ArrayList<>();
      for (Stretch stretch : stretches) {
        works.add(() -> made(stretch, detail));
      }
      InOrder<MadeStretch> inOrder =
          new InOrder<>(THREAD, threads, AHEAD * threads, works.iterator());
      current = inOrder::next;
      end = inOrder::close;
    }

    @Override
    public void close() throws IOException {
      end.close();
    }
  }

  private static List<List<Stretch>> together(List<Stretch> stretches) {
    List<List<Stretch>> together = new ArrayList<>();
    boolean alone = true;
    for (Stretch stretch : stretches) {
      if (alone || stretch.isLong()) {
        together.add(new ArrayList<>());
      }
      together.get(together.size() - 1).add(stretch);
      alone = stretch.isLong();
    }
    return together;
  }

  private static List<Stretch> stretches(List<DeclarationRecord> declarations) {
    List<Stretch> stretches = new ArrayList<>();
    List<DeclarationRecord> together = new ArrayList<>();
    long before = 0;
    long persons = 0;
    for (DeclarationRecord declaration : declarations) {
      if (declaration.persons() > LONG && !together.isEmpty()) {
        stretches.add(new Stretch(List.copyOf(together), before));
        together.clear();
        before += persons;
        persons = 0;
      }
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

  private void inPieces(Stretch stretch, DetailWorkbook detail, InPieces.Taking<MadeStretch> taking)
      throws IOException {
    try (LongStretch made = new LongStretch(detail, stretch.before(), taking)) {
      year.forEachPerson(stretch.declarations(), made::add, IOException.class);
      made.finish();
    }
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
