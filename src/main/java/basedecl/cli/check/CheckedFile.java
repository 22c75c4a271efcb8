package basedecl.cli.check;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerOutcome;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowOutcome;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.job.intake.IntakeRules;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as {@code check} sees it: the employers in it and everything found.
 *
 * @param refused the file as a whole cannot be taken
 */
record CheckedFile(Path path, boolean refused, List<Part> parts, List<Finding> findings) {

  /** One employer's part: what it comes to if it is right. */
  record Part(
      String employerCode,
      String employerName,
      boolean rejected,
      long rowsRead,
      DeclarationTotals totals) {}

  static CheckedFile check(Path path, SpreadsheetFiles files, IntakeRules rules)
      throws IOException {
    FindingBounds bounds = new FindingBounds();
    List<Finding> findings = new ArrayList<>();
    DeclarationCheck check = rules.newCheck();
    Map<String, DeclarationTotals> totals = new HashMap<>();
    List<Finding> ofSheets;
    try (DeclarationRows rows =
        new DeclarationRows(files.open(path), rules.form(), folders(path))) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        RowOutcome outcome = check.add(row);
        findings.addAll(bounds.admitted(outcome.findings()));
        if (outcome instanceof RowOutcome.Accepted accepted) {
          ContributionBase base = rules.base(accepted.line().declaredWage());
          totals.merge(
              accepted.employerCode(),
              DeclarationTotals.NONE.plus(
                  accepted.line().declaredWage(), base, rules.dues(base.amount())),
              DeclarationTotals::plus);
        }
      }
      ofSheets = rows.findings();
    } catch (RefusedFileException e) {
      findings.addAll(bounds.admitted(e.findings()));
      return refused(path, findings, bounds);
    } catch (OutOfMemoryError e) {
      return refused(path, FileReason.MEMORY.refusal().findings(), bounds);
    } catch (RuntimeException | StackOverflowError e) {
      findings.add(FileReason.CONTENT.refusal().finding());
      return refused(path, findings, bounds);
    }
    List<Part> parts = new ArrayList<>();
    for (EmployerOutcome tally : check.finish(ofSheets)) {
      findings.addAll(bounds.admitted(tally.findings()));
      parts.add(
          new Part(
              tally.employerCode(),
              tally.employerName(),
              tally.refused() || tally.employerCode().isEmpty(),
              tally.rowsRead(),
              totals.getOrDefault(tally.employerCode(), DeclarationTotals.NONE)));
    }
    findings.addAll(bounds.leftOut());
    return new CheckedFile(path, false, parts, findings);
  }

  private static CheckedFile refused(Path path, List<Finding> found, FindingBounds bounds) {
    List<Finding> findings = new ArrayList<>(found);
    findings.addAll(bounds.leftOut());
    return new CheckedFile(path, true, List.of(), findings);
  }

  /** The folder the file lies in may be named by the employer's code, as in an inbox. */
  private static List<String> folders(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? List.of()
        : List.of(folder.getFileName().toString());
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.code().isError());
  }

  /** The verdict a night would give the employer's part, or the file where it names none. */
  String verdict(String employer) {
    boolean rejected =
        refused
            || (employer.isEmpty() && hasErrors())
            || parts.stream()
                .anyMatch(part -> part.employerCode().equals(employer) && part.rejected());
    return rejected ? "REJECTED" : "ACCEPTED";
  }
}
