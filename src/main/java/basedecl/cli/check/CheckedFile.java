package basedecl.cli.check;

import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.row.RawRow;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.job.intake.FileAssessment;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.job.intake.IntakeRules;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file as {@code check} sees it: the employers in it, each with what it comes to if it is right,
 * and everything found.
 *
 * @param refused the file as a whole cannot be taken
 */
record CheckedFile(Path path, boolean refused, List<AssessedPart> parts, List<Finding> findings) {

  static CheckedFile check(Path path, SpreadsheetFiles files, IntakeRules rules)
      throws IOException {
    FileAssessment assessment = new FileAssessment(rules);
    Optional<List<AssessedPart>> parts = assess(path, files, rules, assessment);
    return new CheckedFile(
        path, parts.isEmpty(), parts.orElse(List.of()), assessment.takeFindings());
  }

  private static Optional<List<AssessedPart>> assess(
      Path path, SpreadsheetFiles files, IntakeRules rules, FileAssessment assessment)
      throws IOException {
    try (DeclarationRows rows =
        new DeclarationRows(files.open(path), rules.form(), folders(path))) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        assessment.add(row);
      }
      return assessment.complete(rows.findings());
    } catch (RefusedFileException e) {
      assessment.refuse(e.findings());
    } catch (OutOfMemoryError e) {
      assessment.refuse(FileReason.MEMORY.refusal().findings());
    } catch (RuntimeException | StackOverflowError e) {
      assessment.refuse(FileReason.CONTENT.refusal().findings());
    }
    return Optional.empty();
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
  Verdict verdict(String employer) {
    boolean rejected =
        refused
            || (employer.isEmpty() && hasErrors())
            || parts.stream()
                .anyMatch(part -> part.employerCode().equals(employer) && part.refused());
    return rejected ? Verdict.REJECTED : Verdict.ACCEPTED;
  }
}
