package basedecl.trials;

import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerOutcome;
import basedecl.declaration.Roster;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowCheck;
import basedecl.declaration.row.RowOutcome;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.money.Money;
import basedecl.policy.Population;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the program makes of one file, straight through reader and checks as {@code check} and a
 * night go, but with every person and wage kept to be looked at.
 *
 * @param refusedWhole the file as a whole cannot be taken
 * @param parts each employer's, in order of appearance; {@code ""} for rows that name none
 */
record FileReading(boolean refusedWhole, Map<String, Part> parts, List<Finding> findings) {

  private static final int YEAR = 2024;
  private static final LocalDate DAY = LocalDate.of(2024, 1, 20);
  private static final Optional<Money> UPPER = Optional.of(Money.of(21_207));
  private static final SpreadsheetFiles FILES = new SpreadsheetFiles(ReadLimits.DEFAULT);

  /**
   * One employer's part.
   *
   * @param people number and wage of the rows that pass, in the file's order
   */
  record Part(
      boolean accepted,
      String employerName,
      List<Person> people,
      long rowsRead,
      BigDecimal declaredTotal) {}

  /** A person as read. */
  record Person(String name, String number, BigDecimal wage) {

    @Override
    public String toString() {
      return name + " " + number + " " + wage;
    }
  }

  static FileReading of(Path file, List<String> folders, Optional<Roster> roster)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Person>> people = new LinkedHashMap<>();
    DeclarationForm form = new DeclarationForm(Population.EMPLOYEES, YEAR, roster, Map.of());
    DeclarationCheck check =
        new DeclarationCheck(
            RowCheck.of(Population.EMPLOYEES, 2024, DAY, Optional.empty()),
            Population.EMPLOYEES,
            roster,
            Map.of(),
            UPPER);
    List<Finding> ofSheets;
    try (DeclarationRows rows = new DeclarationRows(FILES.open(file), form, folders)) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        RowOutcome outcome = check.add(row);
        findings.addAll(outcome.findings());
        List<Person> ofEmployer =
            people.computeIfAbsent(row.employerCode(), code -> new ArrayList<>());
        if (outcome instanceof RowOutcome.Accepted accepted) {
          ofEmployer.add(
              new Person(
                  accepted.line().name(),
                  accepted.line().idNumber().whole(),
                  accepted.line().declaredWage().amount()));
        }
      }
      ofSheets = rows.findings();
    } catch (RefusedFileException refused) {
      findings.addAll(refused.findings());
      return new FileReading(true, Map.of(), findings);
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    for (EmployerOutcome tally : check.finish(ofSheets)) {
      findings.addAll(tally.findings());
      parts.put(
          tally.employerCode(),
          new Part(
              !tally.refused() && !tally.employerCode().isEmpty(),
              tally.employerName(),
              people.getOrDefault(tally.employerCode(), List.of()),
              tally.rowsRead(),
              tally.declaredTotal().amount()));
    }
    return new FileReading(false, parts, findings);
  }

  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    findings.forEach(finding -> codes.add(finding.code().name()));
    return codes;
  }

  Set<String> errors() {
    Set<String> codes = new TreeSet<>();
    findings.stream()
        .filter(finding -> finding.code().isError())
        .forEach(finding -> codes.add(finding.code().name()));
    return codes;
  }
}
