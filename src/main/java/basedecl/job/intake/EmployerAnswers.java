package basedecl.job.intake;

import basedecl.answer.MarkedWorkbook;
import basedecl.answer.MarkedWorkbookPart;
import basedecl.declaration.procedure.Verdict;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.DeclarationRows;
import basedecl.declarationfile.EmployerRows;
import basedecl.declarationfile.SeveralEmployers;
import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers to a file that holds several employers: to each refused one a workbook of its own
 * rows and findings, to the centre one of the rows that belong to nobody. No employer is shown
 * another's people, and of a file whose employers cannot be told apart nobody's rows are shown at
 * all.
 */
final class EmployerAnswers {

  private final SpreadsheetFiles files;
  private final DeclarationForm form;
  private final MarkedWorkbook marked;
  private final ReturnedWorkbooks.Contacts contacts;

  EmployerAnswers(
      SpreadsheetFiles files,
      DeclarationForm form,
      MarkedWorkbook marked,
      ReturnedWorkbooks.Contacts contacts) {
    this.files = files;
    this.form = form;
    this.marked = marked;
    this.contacts = contacts;
  }

  /**
   * A refused file.
   *
   * @param lines its own receipts, one for each employer
   * @param findings all of it
   */
  record Refused(IntakeFile file, Path source, List<FileRecord> lines, List<Finding> findings) {

    private Set<String> employers() {
      return lines.stream()
          .map(FileRecord::employer)
          .filter(code -> !code.isEmpty())
          .collect(Collectors.toSet());
    }

    /** Whether it has a part that belongs to no employer, or was refused as a whole. */
    private boolean isInDoubt() {
      return lines.stream().anyMatch(line -> line.employer().isEmpty());
    }

    private boolean isRefusedUnread() {
      return findings.stream()
          .anyMatch(f -> f.code().isError() && f.code().scope() == FindingCode.Scope.FILE);
    }

    /** The findings of one employer, with those of the file as a whole. */
    private List<Finding> of(String employer) {
      return findings.stream()
          .filter(
              finding ->
                  finding.employer().equals(employer)
                      || (finding.employer().isEmpty() && finding.place().row() == 0))
          .toList();
    }
  }

  /** Whether people of more than one employer are, or may be, in the file. */
  boolean concern(Refused refused) throws IOException {
    Set<String> employers = refused.employers();
    if (employers.size() > 1) {
      return true;
    }
    if (!refused.isInDoubt()) {
      return false;
    }
    long named =
        refused.findings().stream()
            .map(Finding::employer)
            .filter(code -> !code.isEmpty())
            .distinct()
            .count();
    return named > 1 || (!refused.isRefusedUnread() && mayHoldSeveral(refused.source()));
  }

  private boolean mayHoldSeveral(Path source) throws IOException {
    try (RowSource rows = files.open(source)) {
      return SeveralEmployers.in(rows, form);
    } catch (RefusedFileException | RuntimeException e) {
      // A file in doubt counts as one of several: what another reader makes of it goes to nobody.
      return true;
    }
  }

  /** The answer to a file of several employers none of whom it could be read for. */
  Written whole(Refused refused, Path target) throws IOException {
    OwnerOnly.createFolders(Objects.requireNonNull(target.getParent()));
    return marked.writeList(refused.of(""), List.of(say("marked.note-several")), target);
  }

  /** Whether the employers of the file are known, so that each can be answered. */
  static boolean areTold(Refused refused) {
    return !refused.employers().isEmpty();
  }

  /** One workbook for each refused employer, in the order of the file. */
  List<Written> each(Refused refused, Path output, AnswerNames.Folder names) throws IOException {
    Map<String, List<EmployerRows.Row>> rows = rows(refused);
    List<Written> written = new ArrayList<>();
    int place = 0;
    for (FileRecord line : refused.lines()) {
      place++;
      if (line.verdict() == Verdict.REJECTED) {
        String employer = line.employer();
        Path target =
            output.resolve(employer.isEmpty() ? names.centre() : names.of(employer, place));
        OwnerOnly.createFolders(Objects.requireNonNull(target.getParent()));
        written.add(
            marked.writePart(
                refused.source(),
                part(rows.getOrDefault(employer, List.of())),
                employer.isEmpty() ? ofNobody(refused) : refused.of(employer),
                notes(employer),
                target));
      }
    }
    return written;
  }

  /** To an employer that was accepted: which of its people another one declares as well. */
  Written told(SpecialPersons.Told told, Path target) throws IOException {
    String employer = told.declaration().employerCode();
    List<String> notes = new ArrayList<>();
    notes.add(say("marked.note-twice", employer, told.declaration().file()));
    contacts.of(employer).ifPresent(notes::add);
    OwnerOnly.createFolders(Objects.requireNonNull(target.getParent()));
    return marked.writeList(FindingBounds.of(told.findings()), notes, target);
  }

  private static List<Finding> ofNobody(Refused refused) {
    return refused.findings().stream().filter(f -> f.employer().isEmpty()).toList();
  }

  private Map<String, List<EmployerRows.Row>> rows(Refused refused) throws IOException {
    List<String> wanted =
        refused.lines().stream()
            .filter(line -> line.verdict() == Verdict.REJECTED)
            .map(FileRecord::employer)
            .distinct()
            .toList();
    try (DeclarationRows rows =
        new DeclarationRows(
            files.open(refused.source()), form, DeclarationItemReader.folders(refused.file()))) {
      return EmployerRows.of(rows, form, wanted, MarkedWorkbook.Bounds.DEFAULT.cells());
    } catch (RefusedFileException | RuntimeException | OutOfMemoryError e) {
      return Map.of();
    }
  }

  private static MarkedWorkbookPart part(List<EmployerRows.Row> rows) {
    return new MarkedWorkbookPart(
        rows.stream()
            .map(row -> new MarkedWorkbookPart.Line(row.sheet(), row.row(), row.cells()))
            .toList());
  }

  private List<String> notes(String employer) {
    if (employer.isEmpty()) {
      return List.of(say("marked.note-nobody"));
    }
    List<String> notes = new ArrayList<>(List.of(say("marked.note-part", employer)));
    Optional<String> contact = contacts.of(employer);
    contact.ifPresent(notes::add);
    return notes;
  }

  private static String say(String key, String... words) {
    return Message.of(key, words).in(Language.ZH);
  }
}
