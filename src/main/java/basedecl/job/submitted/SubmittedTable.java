package basedecl.job.submitted;

import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All lines of a handed-over file.
 *
 * @param refused why the file could not be read to its end; its lines up to there are not handed on
 * @param <C> the columns
 */
public record SubmittedTable<C extends Enum<C>>(
    SubmittedFile file, List<SubmittedLine<C>> lines, Optional<Finding> refused) {

  public SubmittedTable {
    lines = List.copyOf(lines);
  }

  /** Reads the file whole. */
  public static <C extends Enum<C>> SubmittedTable<C> read(
      SubmittedFile file, HeaderSpec<C> header, ReadLimits limits) throws IOException {
    List<SubmittedLine<C>> lines = new ArrayList<>();
    try (SheetTable<C> table = SheetTable.open(new SpreadsheetFiles(limits), file.path(), header)) {
      for (TableRow<C> row = table.next(); row != null; row = table.next()) {
        lines.add(new SubmittedLine<>(row));
      }
    } catch (RefusedFileException e) {
      return new SubmittedTable<>(file, List.of(), Optional.of(e.finding()));
    } catch (OutOfMemoryError e) {
      return new SubmittedTable<>(
          file, List.of(), Optional.of(FileReason.MEMORY.refusal().finding()));
    }
    return new SubmittedTable<>(file, lines, Optional.empty());
  }

  /** What is wrong with the file and its lines, in their order. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(refused.stream().toList());
    FindingBounds bounds = new FindingBounds();
    lines.forEach(line -> findings.addAll(bounds.admitted(line.findings())));
    findings.addAll(bounds.leftOut());
    return findings;
  }
}
