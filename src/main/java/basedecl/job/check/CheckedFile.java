package basedecl.job.check;

import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.row.RawRow;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.job.intake.FileAssessment;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.job.intake.IntakeRules;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file as a night would see it, seen before: the employers in it, each with what it comes to if
 * it is right, and everything found.
 *
 * @param refused the file as a whole cannot be taken
 */
public record CheckedFile(
    Path path, boolean refused, List<AssessedPart> parts, List<Finding> findings) {

  public CheckedFile {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file through the rules.
   *
   * @param folders the folders it lies, or will lie, in, the nearest first; one may tell its
   *     employer
   * @param lines is given every line without a fault in the order of the file, also of an employer
   *     that turns out to be refused
   * @throws IOException if the disk cannot be read
   */
  public static CheckedFile check(
      Path path,
      List<String> folders,
      SpreadsheetFiles files,
      IntakeRules rules,
      Consumer<AssessedLine> lines)
      throws IOException {
    FileAssessment assessment = new FileAssessment(rules);
    Optional<List<AssessedPart>> parts = Optional.empty();
    try (DeclarationRows rows = new DeclarationRows(files.open(path), rules.form(), folders)) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        assessment.add(row).ifPresent(lines);
      }
      parts = assessment.complete(rows.findings());
    } catch (RefusedFileException e) {
      assessment.refuse(e.findings());
    } catch (OutOfMemoryError e) {
      assessment.refuse(FileReason.MEMORY.refusal().findings());
    } catch (RuntimeException | StackOverflowError e) {
      assessment.refuse(FileReason.CONTENT.refusal().findings());
    }
    return new CheckedFile(
        path, parts.isEmpty(), parts.orElse(List.of()), assessment.takeFindings());
  }

  /** The same with what the ledger knows of it beside. */
  public CheckedFile with(List<Finding> ofLedger) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(ofLedger);
    return new CheckedFile(path, refused, parts, all);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.code().isError());
  }

  /** The verdict a night would give the employer's part, or the file where it names none. */
  public Verdict verdict(String employer) {
    if (findings.stream().anyMatch(finding -> finding.code() == FindingCode.FILE_DUPLICATE)) {
      return Verdict.DUPLICATE;
    }
    boolean rejected =
        refused
            || (employer.isEmpty() && hasErrors())
            || parts.stream()
                .anyMatch(part -> part.employerCode().equals(employer) && part.refused())
            || findings.stream()
                .filter(finding -> finding.code().isError())
                .anyMatch(finding -> finding.employer().equals(employer));
    return rejected ? Verdict.REJECTED : Verdict.ACCEPTED;
  }
}
