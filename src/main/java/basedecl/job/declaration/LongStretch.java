package basedecl.job.declaration;

import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.report.declaration.DetailLines;
import basedecl.report.declaration.DetailWorkbook;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an employer with more people than are held at once, handed on in pieces as they come
 * from the ledger.
 */
final class LongStretch implements Closeable {

  /** People in a piece. */
  private static final int PIECE = 10_000;

  private final DetailWorkbook detail;
  private final InPieces.Taking<MadeStretch> taking;
  private long before;
  private DetailLines lines;
  private List<MadeStretch.Passed> people = new ArrayList<>();

  /**
   * @param before how many people's lines come before theirs
   */
  LongStretch(DetailWorkbook detail, long before, InPieces.Taking<MadeStretch> taking)
      throws IOException {
    this.detail = detail;
    this.taking = taking;
    this.before = before;
    this.lines = detail.lines(before);
  }

  /** The next person of the employer. */
  void add(DeclarationRecord declaration, PersonRecord person) throws IOException {
    if (people.size() == PIECE) {
      handOn();
      before += PIECE;
      lines.close();
      lines = detail.lines(before);
      people = new ArrayList<>();
    }
    lines.add(declaration, person);
    people.add(new MadeStretch.Passed(declaration, person));
  }

  /** Hands on the last piece. */
  void finish() throws IOException {
    handOn();
  }

  private void handOn() throws IOException {
    taking.take(new MadeStretch(lines.finish(), people));
  }

  @Override
  public void close() {
    lines.close();
  }
}
