package basedecl.declaration;

import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.declaration.row.EmployerCell;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowOutcome;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.message.ShortText;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted of one employer while its rows pass. */
final class EmployerCount {

  /** Columns that decide who is declared with what: a hidden one is told. */
  private static final Set<Field> DECIDING = deciding();

  final String code;
  final int index;
  final BitSet sheets = new BitSet();

  private final Population population;
  private final RawRow firstRow;
  private final Map<String, Repeated> hiddenRows = new LinkedHashMap<>();
  private final Map<String, Repeated> hiddenSheets = new LinkedHashMap<>();
  private final Map<String, Map<Field, SourceCell>> hiddenColumns = new LinkedHashMap<>();
  private final Repeated unsigned = new Repeated();
  private final Repeated shifted = new Repeated();
  private final Repeated longNames = new Repeated();
  private final UnlikelyWages wages;
  private String name;
  private RawRow.@Nullable ColumnMap columns;
  private long accepted;
  private long rejected;
  private Money declaredTotal = Money.ZERO;

  EmployerCount(
      String code,
      int index,
      RawRow firstRow,
      Population population,
      Optional<Money> unlikelyAbove) {
    this.code = code;
    this.index = index;
    this.firstRow = firstRow;
    this.population = population;
    this.name = firstRow.employerName();
    this.wages = new UnlikelyWages(unlikelyAbove);
  }

  void count(RawRow row, int sheet, RowOutcome outcome) {
    sheets.set(sheet);
    if (EmployerCell.isShifted(row)) {
      shifted.add(row.place(Field.EMPLOYER_CODE));
    }
    if (name.isEmpty()) {
      name = row.employerName();
    }
    if (row.employerName().length() > EmployerCell.LONGEST_NAME) {
      longNames.add(row.place(Field.EMPLOYER_NAME));
    }
    if (outcome instanceof RowOutcome.Accepted passed) {
      accepted++;
      declaredTotal = declaredTotal.plus(passed.line().declaredWage());
      wages.add(row, population, passed.line().declaredWage());
    } else {
      rejected++;
    }
    countHidden(row);
    if (row.has(Field.SIGNATURE) && row.cell(Field.SIGNATURE).isBlank()) {
      unsigned.add(row.place(Field.SIGNATURE));
    }
  }

  private void countHidden(RawRow row) {
    if (row.hidden()) {
      hiddenRows.computeIfAbsent(row.sheet(), s -> new Repeated()).add(row.place(Field.NAME));
    }
    if (row.columns().sheetHidden()) {
      hiddenSheets
          .computeIfAbsent(row.sheet(), s -> new Repeated())
          .add(new SourceCell(row.sheet(), 0, -1));
    }
    if (row.columns() != columns) {
      columns = row.columns();
      for (Field field : row.columns().hidden()) {
        if (DECIDING.contains(field) && row.has(field)) {
          hiddenColumns
              .computeIfAbsent(row.sheet(), s -> new EnumMap<>(Field.class))
              .putIfAbsent(field, row.place(field));
        }
      }
    }
  }

  /**
   * Its rows where every one of them is a row whose columns have shifted: what was read as the code
   * then is something else, and they are another employer's.
   */
  Optional<Repeated> shifted() {
    return shifted.rows() > 0 && shifted.rows() == accepted + rejected
        ? Optional.of(shifted)
        : Optional.empty();
  }

  /** A finding at the employer's first row. */
  Finding at(RowFault fault) {
    return firstRow.finding(fault, code);
  }

  /** Where the employer's code stands first. */
  SourceCell firstPlace() {
    return firstRow.place(Field.EMPLOYER_CODE);
  }

  /**
   * What its own rows give: warnings, each once a sheet or once an employer, and a name too long.
   */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (longNames.rows() > 0) {
      findings.add(
          Finding.of(
              FindingCode.TEXT_TOO_LONG,
              code,
              longNames.first(),
              Reason.EMPLOYER_NAME_TOO_LONG,
              Integer.toString(EmployerCell.LONGEST_NAME)));
    }
    hiddenSheets.values().forEach(h -> findings.add(h.finding(FindingCode.HIDDEN_SHEET, code)));
    hiddenColumns
        .values()
        .forEach(
            fields ->
                fields.forEach(
                    (field, place) ->
                        findings.add(
                            Finding.of(FindingCode.HIDDEN_COLUMN, code, place, field.title()))));
    hiddenRows.values().forEach(h -> findings.add(h.finding(FindingCode.HIDDEN_ROWS, code)));
    if (unsigned.rows() > 0) {
      findings.add(unsigned.finding(FindingCode.SIGNATURE_MISSING, code));
    }
    wages.finding(code).ifPresent(findings::add);
    return findings;
  }

  EmployerOutcome tally(List<Finding> findings) {
    return new EmployerOutcome(
        code,
        ShortText.of(name, EmployerCell.LONGEST_NAME),
        accepted + rejected,
        accepted,
        rejected,
        declaredTotal,
        findings);
  }

  private static Set<Field> deciding() {
    Set<Field> fields = EnumSet.allOf(Field.class);
    fields.removeAll(EnumSet.of(Field.SERIAL, Field.EMPLOYER_NAME, Field.SIGNATURE, Field.REMARKS));
    return fields;
  }
}
