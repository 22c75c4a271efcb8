package basedecl.desk.submission;

import basedecl.answer.MarkedWorkbook;
import basedecl.declaration.procedure.StandingVersion;
import basedecl.declaration.procedure.StandingVersions;
import basedecl.declaration.procedure.Succession;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.desk.submission.Changes.Comparison;
import basedecl.desk.submission.Changes.Declared;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.job.check.CheckedFile;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.Upload;
import basedecl.ledger.submission.UploadId;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.person.IdNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks uploads by the code and the rules of the night, with what the ledger knows of their
 * employers already. Nothing of the rest of the year is read.
 */
public final class UploadChecks {

  /** Of more people no comparison with what stands is made. */
  private static final int COMPARED = 100_000;

  private final RulesShelf shelf;
  private final DeskFolders folders;
  private final IntakeLedger intake;
  private final YearLedger year;
  private final CheckPlaces places;
  private final RecentChecks recent = new RecentChecks();
  private final SecureRandom random = new SecureRandom();

  public UploadChecks(
      RulesShelf shelf, DeskFolders folders, JdbcTemplate template, CheckPlaces places) {
    this.shelf = shelf;
    this.folders = folders;
    this.intake = new IntakeLedger(template);
    this.year = new YearLedger(template);
    this.places = places;
  }

  /** The rules that files are checked by now. */
  public Rules rules() {
    return shelf.current();
  }

  /** What the check of an upload says; that of a moment ago where nothing changed since. */
  public Checked of(Upload upload) throws IOException {
    Rules rules = shelf.current();
    Optional<Checked> before = recent.find(upload.id(), rules);
    if (before.isPresent()) {
      return before.get();
    }
    Checked checked = places.in(() -> check(upload, rules));
    recent.add(checked);
    return checked;
  }

  /** Every line without a fault, in the order of the file. */
  public void lines(Upload upload, Consumer<AssessedLine> lines) throws IOException {
    Rules rules = shelf.current();
    places.in(() -> read(upload, rules, lines));
  }

  /** The employer's own workbook with every bad cell marked; the caller deletes it. */
  public Path marked(Checked checked, Language language) throws IOException {
    Path answer = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    return places.in(
        () ->
            new MarkedWorkbook(
                    checked.rules().files(),
                    MarkedWorkbook.Bounds.DEFAULT,
                    language,
                    checked.rules().businessDate())
                .write(folders.upload(checked.upload().id()), checked.findings(), answer)
                .path());
  }

  private CheckedFile read(Upload upload, Rules rules, Consumer<AssessedLine> lines)
      throws IOException {
    return CheckedFile.check(
        folders.upload(upload.id()),
        List.of(Submission.folder(upload.employerCode())),
        rules.files(),
        rules.of(upload.population()),
        lines);
  }

  private Checked check(Upload upload, Rules rules) throws IOException {
    People people = new People();
    CheckedFile file = read(upload, rules, people);
    List<Finding> findings = new ArrayList<>(file.findings());
    List<Changes> changes = new ArrayList<>();
    for (AssessedPart part : file.parts()) {
      if (!part.employerCode().isEmpty()) {
        List<VersionRecord> versions =
            year.versions(upload.policy(), upload.year(), upload.population(), part.employerCode());
        PublishingLedger.finding(
                Succession.of(upload.population(), 0, standing(versions)), part.employerCode())
            .ifPresent(findings::add);
        newest(versions)
            .filter(version -> people.isWhole())
            .map(version -> compared(part, version, people))
            .ifPresent(changes::add);
      }
    }
    if (intake.isAccepted(upload.policy(), upload.year(), upload.population(), upload.sha256())) {
      findings.add(Finding.of(FindingCode.FILE_DUPLICATE, "", SourceCell.WHOLE_FILE));
    }
    return new Checked(upload, rules, file.refused(), file.parts(), findings, changes);
  }

  /** The people of a file by the place of their employer in it. */
  private static final class People implements Consumer<AssessedLine> {
    private final Map<Integer, Map<IdNumber, Declared>> byEmployer = new HashMap<>();
    private int count;

    @Override
    public void accept(AssessedLine line) {
      if (++count <= COMPARED) {
        byEmployer
            .computeIfAbsent(line.employer(), employer -> new LinkedHashMap<>())
            .put(
                line.wage().idNumber(),
                new Declared(line.wage().name(), line.wage().declaredWage()));
      }
    }

    boolean isWhole() {
      return count <= COMPARED;
    }

    Map<IdNumber, Declared> of(int employer) {
      return byEmployer.getOrDefault(employer, Map.of());
    }
  }

  private Changes compared(AssessedPart part, VersionRecord version, People people) {
    Comparison comparison = new Comparison(people.of(part.employer()));
    year.forEachPerson(
        List.of(version.declaration()),
        (ignored, person) ->
            comparison.standing(
                person.idNumber(), new Declared(person.name(), person.declaredWage())),
        RuntimeException.class);
    return comparison.result(part.employerCode(), version.declaration().version());
  }

  /** The version that another one would be the successor of. */
  private static Optional<VersionRecord> newest(List<VersionRecord> versions) {
    return of(versions, VersionStanding.PENDING).or(() -> of(versions, VersionStanding.CURRENT));
  }

  private static StandingVersions standing(List<VersionRecord> versions) {
    return new StandingVersions(
        of(versions, VersionStanding.CURRENT).map(UploadChecks::standing),
        of(versions, VersionStanding.PENDING).map(UploadChecks::standing));
  }

  private static Optional<VersionRecord> of(
      List<VersionRecord> versions, VersionStanding standing) {
    return versions.stream().filter(version -> version.standing() == standing).findFirst();
  }

  private static StandingVersion standing(VersionRecord version) {
    return new StandingVersion(
        version.declaration().id(), version.declaration().version(), version.declaration().state());
  }
}
