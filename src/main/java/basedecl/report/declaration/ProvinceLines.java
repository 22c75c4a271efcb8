package basedecl.report.declaration;

import static basedecl.report.ReportTexts.say;

import basedecl.file.ReplacedFile.Written;
import basedecl.report.AgencyLine;
import basedecl.report.PolicyHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a summary over all agencies, whatever its columns: one for each agency, which is
 * what its own summary comes to, and the total of all, which is what one summary of everybody would
 * come to. Whom several employers declare stands behind them whole, since they may be of several
 * agencies.
 */
public final class ProvinceLines {

  private final List<AgencyLine> lines;
  private final AgencyLine total;

  /**
   * @param lines in their order
   * @param all of everybody's declarations
   * @throws IllegalStateException if the lines do not come to {@code all}
   */
  public ProvinceLines(List<AgencyLine> lines, YearTotals all) {
    requireTie(lines, all);
    this.lines = List.copyOf(lines);
    this.total =
        new AgencyLine(
            say("province.total"),
            all,
            lines.stream().mapToLong(AgencyLine::notDeclared).sum(),
            "");
  }

  private static void requireTie(List<AgencyLine> lines, YearTotals all) {
    YearTotals sum =
        lines.stream().map(AgencyLine::totals).reduce(YearTotals.NONE, YearTotals::plus);
    if (!sum.equals(all)) {
      throw new IllegalStateException(
          "The agencies do not come to the whole: "
              + sum.employers()
              + " of "
              + all.employers()
              + " employers, "
              + sum.persons()
              + " of "
              + all.persons()
              + " persons");
    }
  }

  /** How many agencies. */
  public int agencies() {
    return lines.size();
  }

  /** The line of all, of no folder. */
  public AgencyLine total() {
    return total;
  }

  /** Writes a line into the columns of its sheet. */
  public interface Cells {
    void add(RowCells row, AgencyLine line) throws IOException;
  }

  /** Writes the workbook; the sheets of whom several employers declare come last. */
  public Written write(
      Path target, PolicyHeading heading, TableSheet sheet, Cells cells, SpecialPersonSheet special)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet, lines.size() + 1L);
      for (AgencyLine line : lines) {
        cells.add(rows.row(false), line);
      }
      cells.add(rows.row(true), total);
      special.write(workbook, heading);
      return workbook.finish();
    }
  }
}
