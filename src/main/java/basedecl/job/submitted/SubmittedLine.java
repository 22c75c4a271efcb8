package basedecl.job.submitted;

import basedecl.cell.CellValue;
import basedecl.declaration.SubmittedCells;
import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a handed-over file while it is read: its cells, and what is wrong with them. A line
 * with a finding is refused; the rest of the file goes on.
 *
 * @param <C> the columns
 */
public final class SubmittedLine<C extends Enum<C>> {

  private final TableRow<C> row;
  private final List<Finding> findings = new ArrayList<>();

  public SubmittedLine(TableRow<C> row) {
    this.row = row;
    row.tooWide().ifPresent(findings::add);
  }

  public CellValue cell(C column) {
    return row.cell(column);
  }

  /** Where the faults of a column's cell go. */
  public SubmittedCells.Faults faults(C column) {
    return (code, reason, arguments) ->
        findings.add(new Finding(code, "", row.place(column), reason, arguments));
  }

  /** The identity number in normal form, or the fault of its cell. */
  public Optional<IdNumber> idNumber(C documentKind, C number, LocalDate businessDate) {
    return SubmittedCells.idNumber(cell(documentKind), cell(number), businessDate, faults(number));
  }

  /** A kind of insurance that the region has a policy for, or the fault of the cell. */
  public Optional<InsuranceKind> kind(C column, Map<InsuranceKind, Policy> policies) {
    return SubmittedCells.word(
        cell(column),
        InsuranceKind.byWord(policies.keySet()),
        InsuranceKind.titles(policies.keySet()),
        faults(column));
  }

  public SourceCell place() {
    return SourceCell.row(row.sheet(), row.number());
  }

  public boolean isRefused() {
    return !findings.isEmpty();
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
