package basedecl.desk.declare;

import basedecl.job.intake.FileAssessment.AssessedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Picks the lines of one page from a file as it is read; only these are held. */
final class LinesOfPage implements Consumer<AssessedLine> {

  /** People of a page. */
  static final int LINES = 200;

  private final int first;
  private final int count;
  private final List<AssessedLine> lines = new ArrayList<>();
  private int seen;
  private boolean months;

  /**
   * @param first counted from 1 in the order of the file
   */
  LinesOfPage(int first, int count) {
    this.first = first;
    this.count = count;
  }

  static LinesOfPage ofPage(int page) {
    return new LinesOfPage((Math.max(1, Math.min(page, 100_000)) - 1) * LINES + 1, LINES);
  }

  static int pageOf(int line) {
    return (Math.max(1, line) - 1) / LINES + 1;
  }

  @Override
  public void accept(AssessedLine line) {
    seen++;
    months |= !line.wage().months().isAlways();
    if (seen >= first && seen - first < count) {
      lines.add(line);
    }
  }

  /** Of the first line, from 1. */
  int first() {
    return first;
  }

  /** Whether the file states months of anybody. */
  boolean hasMonths() {
    return months;
  }

  List<AssessedLine> lines() {
    return List.copyOf(lines);
  }
}
