package basedecl.declaration;

import basedecl.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of one file's rows together: nobody twice in one employer's declaration, employers
 * that may declare, and the tally of each. One instance a file, one thread; memory grows by some 40
 * bytes a person.
 */
public final class DeclarationCheck {

  private final RowCheck rowCheck;
  private final Population population;
  private final Optional<Roster> roster;
  private final PersonSet persons = new PersonSet();
  private final Map<String, EmployerCount> employers = new LinkedHashMap<>();
  private final Map<String, Integer> sheetIndexes = new HashMap<>();
  private final List<String> sheets = new ArrayList<>();

  /**
   * @param roster empty: every employer is taken
   */
  public DeclarationCheck(RowCheck rowCheck, Population population, Optional<Roster> roster) {
    this.rowCheck = rowCheck;
    this.population = population;
    this.roster = roster;
  }

  /** Checks the next row of the file, by itself and against the rows before it. */
  public RowOutcome add(RawRow row) {
    EmployerCount employer = employers.get(row.employerCode());
    if (employer == null) {
      employer = new EmployerCount(row.employerCode(), employers.size(), row);
      employers.put(row.employerCode(), employer);
    }
    RowOutcome outcome = withDuplicate(row, employer, rowCheck.check(row));
    employer.count(row, outcome);
    return outcome;
  }

  /**
   * The employers of the file in order of appearance; to be asked after the last row.
   *
   * @param ofSheets what was found of sheets as a whole; it concerns every employer with a row
   *     there
   */
  public List<EmployerTally> finish(List<Finding> ofSheets) {
    return employers.values().stream().map(employer -> tally(employer, ofSheets)).toList();
  }

  private RowOutcome withDuplicate(RawRow row, EmployerCount employer, RowOutcome outcome) {
    if (row.employerCode().isEmpty() || outcome.person().isEmpty()) {
      return outcome;
    }
    PersonSet.Place here = new PersonSet.Place(indexOf(row.sheet()), row.row());
    PersonSet.Place first = persons.firstSeen(employer.index, outcome.person().get(), here);
    if (first.equals(here)) {
      return outcome;
    }
    List<Finding> findings = new ArrayList<>(outcome.findings());
    String sheet = sheets.get(first.sheet());
    findings.add(
        RowFault.of(
                Field.ID_NUMBER,
                FindingCode.PERSON_DUPLICATE,
                sheet.isEmpty() ? "row-of-file" : "row-of-sheet",
                Integer.toString(first.row()),
                sheet)
            .in(row));
    return new RowOutcome.Rejected(row.employerCode(), outcome.person(), List.copyOf(findings));
  }

  private int indexOf(String sheet) {
    Integer known = sheetIndexes.putIfAbsent(sheet, sheets.size());
    if (known != null) {
      return known;
    }
    sheets.add(sheet);
    return sheets.size() - 1;
  }

  private EmployerTally tally(EmployerCount employer, List<Finding> ofSheets) {
    List<Finding> findings = new ArrayList<>();
    ofSheets.forEach(
        f -> findings.add(new Finding(f.code(), employer.code, f.place(), f.arguments())));
    if (!employer.code.isEmpty() && roster.isPresent()) {
      rosterFault(roster.get().find(employer.code)).ifPresent(f -> findings.add(employer.at(f)));
    }
    employer.hidden.forEach(
        (sheet, hidden) -> findings.add(hidden.finding(FindingCode.HIDDEN_ROWS, employer.code)));
    if (employer.unsigned.rows > 0) {
      findings.add(employer.unsigned.finding(FindingCode.SIGNATURE_MISSING, employer.code));
    }
    return new EmployerTally(
        employer.code,
        employer.name,
        employer.accepted + employer.rejected,
        employer.accepted,
        employer.rejected,
        employer.declaredTotal,
        findings);
  }

  /**
   * Retirees are declared only by employers in 公务员医疗补助 that are not in the city's pension insurance
   * (S3); what the roster leaves blank is not held against an employer.
   */
  private Optional<RowFault> rosterFault(Optional<Employer> known) {
    if (known.isEmpty()) {
      return Optional.of(RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_UNKNOWN));
    }
    if (population != Population.RETIREES) {
      return Optional.empty();
    }
    if (!known.get().civilServantSubsidy().orElse(true)) {
      return Optional.of(
          RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_NOT_ELIGIBLE, "no-subsidy"));
    }
    return known.get().pensionInsured().orElse(false)
        ? Optional.of(
            RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_NOT_ELIGIBLE, "pension-insured"))
        : Optional.empty();
  }

  /** What is counted of one employer while its rows pass. */
  private static final class EmployerCount {
    private final String code;
    private final int index;
    private final RawRow firstRow;
    private String name;
    private long accepted;
    private long rejected;
    private Money declaredTotal = Money.ZERO;
    private final Map<String, Repeated> hidden = new LinkedHashMap<>();
    private final Repeated unsigned = new Repeated();

    private EmployerCount(String code, int index, RawRow firstRow) {
      this.code = code;
      this.index = index;
      this.firstRow = firstRow;
      this.name = firstRow.employerName();
    }

    private void count(RawRow row, RowOutcome outcome) {
      if (name.isEmpty()) {
        name = row.employerName();
      }
      if (outcome instanceof RowOutcome.Accepted passed) {
        accepted++;
        declaredTotal = declaredTotal.plus(passed.line().declaredWage());
      } else {
        rejected++;
      }
      if (row.hidden()) {
        hidden.computeIfAbsent(row.sheet(), s -> new Repeated()).add(row.place(Field.NAME));
      }
      if (row.has(Field.SIGNATURE) && row.cell(Field.SIGNATURE).isBlank()) {
        unsigned.add(row.place(Field.SIGNATURE));
      }
    }

    private Finding at(RowFault fault) {
      return fault.in(firstRow);
    }
  }

  /** A warning that many rows may earn: told once, at the first of them, with their number. */
  private static final class Repeated {
    private SourceCell first = SourceCell.WHOLE_FILE;
    private long rows;

    private void add(SourceCell place) {
      if (rows == 0) {
        first = place;
      }
      rows++;
    }

    private Finding finding(FindingCode code, String employer) {
      return Finding.of(code, employer, first, Long.toString(rows));
    }
  }
}
