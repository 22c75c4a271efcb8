package basedecl.job.submitted;

import basedecl.cell.CellFaults;
import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.table.TableRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a submitted table while it is read: its cells, and what is wrong with them. A line
 * with a finding is refused; the rest of the file goes on. A cell read as a name, a month and so on
 * gives its value, or leaves its fault with the line.
 *
 * @param <C> the columns
 */
public final class SubmittedLine<C extends Enum<C>> {

  private final TableRow<C> row;
  private final List<Finding> findings = new ArrayList<>();

  SubmittedLine(TableRow<C> row) {
    this.row = row;
    row.tooWide().ifPresent(findings::add);
  }

  /** The cell as it stands; blank where the table has no such column. */
  public CellValue cell(C column) {
    return row.cell(column);
  }

  /** Its text, as it stands. */
  public String text(C column) {
    return cell(column).asText();
  }

  /** A short text without what cannot be read, such as a serial number or a type. */
  public String readableText(C column) {
    return SubmittedCells.text(cell(column));
  }

  /** A person's name. */
  public Optional<String> name(C column) {
    return SubmittedCells.name(cell(column), faults(column));
  }

  /** The identity number in normal form. */
  public Optional<IdNumber> idNumber(C documentKind, C number, LocalDate businessDate) {
    return idNumber(documentKind, number, businessDate, "");
  }

  /** The identity number in normal form, in a line of that employer. */
  public Optional<IdNumber> idNumber(
      C documentKind, C number, LocalDate businessDate, String employer) {
    return SubmittedCells.idNumber(
        cell(documentKind), cell(number), businessDate, faults(number, employer));
  }

  /** A kind of insurance that the region has a policy for. */
  public Optional<InsuranceKind> kind(C column, Map<InsuranceKind, Policy> policies) {
    return word(
        column, InsuranceKind.byWord(policies.keySet()), InsuranceKind.titles(policies.keySet()));
  }

  /**
   * One of a few words.
   *
   * @param allowed the words as the refusal names them
   */
  public <T> Optional<T> word(C column, Map<String, T> words, String allowed) {
    return word(column, words, allowed, "");
  }

  /** The same, in a line of that employer. */
  public <T> Optional<T> word(C column, Map<String, T> words, String allowed, String employer) {
    return SubmittedCells.word(cell(column), words, allowed, faults(column, employer));
  }

  public Optional<YearMonth> month(C column) {
    return month(column, "");
  }

  /** A month, in a line of that employer. */
  public Optional<YearMonth> month(C column, String employer) {
    return SubmittedCells.month(cell(column), faults(column, employer));
  }

  public Optional<LocalDate> day(C column) {
    return SubmittedCells.day(cell(column), faults(column));
  }

  /** A chosen base: an amount of at most two decimals, whatever its size. */
  public Optional<Money> base(C column) {
    return base(column, "");
  }

  /** The same, in a line of that employer. */
  public Optional<Money> base(C column, String employer) {
    return SubmittedCells.base(cell(column), faults(column, employer));
  }

  /** An amount of at most two decimals, under a hundred million either way. */
  public Optional<Money> amount(C column) {
    return SubmittedCells.amount(cell(column), faults(column));
  }

  /** Where the faults of a column's cell go, in a table that names no employer. */
  public CellFaults faults(C column) {
    return faults(column, "");
  }

  /** Where the faults of a column's cell go, in a line of that employer. */
  public CellFaults faults(C column, String employer) {
    return (code, reason, arguments) ->
        findings.add(new Finding(code, employer, row.place(column), reason, arguments));
  }

  /** The place of a column's cell. */
  public SourceCell place(C column) {
    return row.place(column);
  }

  /** The place of the line. */
  public SourceCell place() {
    return SourceCell.row(row.sheet(), row.number());
  }

  /** The sheet's name in full. */
  public String sheet() {
    return row.sheet();
  }

  /** Takes up what others found wrong with the line. */
  public void refuse(List<Finding> more) {
    findings.addAll(more);
  }

  public boolean isRefused() {
    return !findings.isEmpty();
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
