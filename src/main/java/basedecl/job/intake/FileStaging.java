package basedecl.job.intake;

import basedecl.assessment.DeclarationTotals;
import basedecl.declaration.row.RawRow;
import basedecl.finding.Finding;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger.NumberedFinding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What the ledger is to hold of a file that is assessed slice after slice. */
final class FileStaging {

  private final IntakeFile file;
  private final FileAssessment assessment;
  private final BitSet storedEarlier = new BitSet();
  private int findingNumber;

  FileStaging(IntakeRules rules, IntakeFile file) {
    this.file = file;
    this.assessment = new FileAssessment(rules);
  }

  /** The rest of the file is read to be counted only, and the file is refused for this. */
  void stop(Finding reason) {
    assessment.stop(reason);
  }

  AssessedRows stage(FileRows slice) {
    List<StagedPerson> people = new ArrayList<>(slice.rows().size());
    for (RawRow row : slice.rows()) {
      assessment.add(row).ifPresent(line -> people.add(person(line)));
    }
    return switch (slice.end()) {
      case MORE -> more(people);
      case COMPLETE ->
          assessment
              .complete(slice.findings())
              .map(parts -> complete(slice, people, parts))
              .orElseGet(() -> refused(slice));
      case REFUSED -> {
        assessment.refuse(slice.findings());
        yield refused(slice);
      }
      case DUPLICATE -> refused(slice);
    };
  }

  private StagedPerson person(AssessedLine line) {
    return new StagedPerson(
        LedgerKeys.lineKey(declarationId(line.employer()), line.line()),
        line.wage(),
        line.base(),
        line.dues());
  }

  private long declarationId(int employer) {
    return LedgerKeys.declarationId(file.fileId(), employer);
  }

  private AssessedRows more(List<StagedPerson> people) {
    dropRefused(people);
    people.forEach(person -> storedEarlier.set(LedgerKeys.employerIndexOf(person.lineKey())));
    return new AssessedRows(
        file.fileId(), people, findings(), List.of(), List.of(), Optional.empty());
  }

  private AssessedRows complete(
      FileRows slice, List<StagedPerson> people, List<AssessedPart> parts) {
    List<StagedDeclaration> declarations = new ArrayList<>();
    List<Long> withdrawn = new ArrayList<>();
    long accepted = 0;
    for (AssessedPart part : parts) {
      if (part.refused() && storedEarlier.get(part.employer())) {
        withdrawn.add(declarationId(part.employer()));
      }
      DeclarationTotals totals = part.refused() ? DeclarationTotals.NONE : part.totals();
      accepted += totals.persons();
      declarations.add(
          new StagedDeclaration(
              file.fileId(),
              declarationId(part.employer()),
              part.employerCode(),
              part.employerName(),
              part.refused(),
              part.rowsRead(),
              totals,
              part.flagged()));
    }
    dropRefused(people);
    long read = assessment.rowsRead();
    return new AssessedRows(
        file.fileId(),
        people,
        findings(),
        declarations,
        withdrawn,
        Optional.of(
            new IntakeLedger.StoredFile(
                file.fileId(), slice.sha256(), read, accepted, read - accepted)));
  }

  private AssessedRows refused(FileRows slice) {
    long read = assessment.rowsRead();
    return new AssessedRows(
        file.fileId(),
        List.of(),
        findings(),
        List.of(),
        storedEarlier.stream().mapToObj(this::declarationId).toList(),
        Optional.of(new IntakeLedger.StoredFile(file.fileId(), slice.sha256(), read, 0, read)));
  }

  private void dropRefused(List<StagedPerson> people) {
    people.removeIf(person -> assessment.isRefused(LedgerKeys.employerIndexOf(person.lineKey())));
  }

  private List<NumberedFinding> findings() {
    return assessment.takeFindings().stream()
        .map(finding -> new NumberedFinding(file.fileId(), ++findingNumber, finding))
        .toList();
  }
}
