package basedecl.desk.submission;

import basedecl.answer.MarkedWorkbook;
import basedecl.declaration.row.MonthsInService;
import basedecl.desk.submission.Changes.Comparison;
import basedecl.desk.submission.Changes.Declared;
import basedecl.finding.Finding;
import basedecl.job.check.CheckedFile;
import basedecl.job.check.LedgerCheck;
import basedecl.job.check.LedgerCheck.PartInLedger;
import basedecl.job.check.WithoutMonths;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.intake.MonthsInServiceLedger;
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
  private final JdbcTemplate template;
  private final YearLedger year;
  private final MonthsInServiceLedger service;
  private final CheckPlaces places;
  private final RecentChecks recent = new RecentChecks();
  private final SecureRandom random = new SecureRandom();

  public UploadChecks(
      RulesShelf shelf, DeskFolders folders, JdbcTemplate template, CheckPlaces places) {
    this.shelf = shelf;
    this.folders = folders;
    this.template = template;
    this.year = new YearLedger(template);
    this.service = new MonthsInServiceLedger(template);
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
    WithoutMonths withoutMonths = new WithoutMonths(COMPARED);
    CheckedFile file = read(upload, rules, people.andThen(withoutMonths));
    LedgerCheck ledger =
        new LedgerCheck(
            template, new LedgerCheck.Scope(upload.policy(), upload.year(), upload.population()));
    List<Finding> findings = new ArrayList<>(file.findings());
    List<Changes> changes = new ArrayList<>();
    Map<Integer, Map<IdNumber, MonthsInService>> takenOver = new HashMap<>();
    for (AssessedPart part : file.parts()) {
      if (!part.employerCode().isEmpty()) {
        PartInLedger known = ledger.of(part, withoutMonths, rules.businessDate());
        findings.addAll(known.findings());
        takenOver.put(part.employer(), known.months());
        known
            .newest()
            .filter(version -> people.isWhole())
            .map(version -> compared(part, version, people, known.months()))
            .ifPresent(changes::add);
      }
    }
    ledger.duplicate(upload.sha256()).ifPresent(findings::add);
    return new Checked(upload, rules, file.refused(), file.parts(), findings, changes, takenOver);
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
                new Declared(line.wage().name(), line.wage().declaredWage(), line.wage().months()));
      }
    }

    boolean isWhole() {
      return count <= COMPARED;
    }

    Map<IdNumber, Declared> of(int employer) {
      return byEmployer.getOrDefault(employer, Map.of());
    }
  }

  private Changes compared(
      AssessedPart part,
      VersionRecord version,
      People people,
      Map<IdNumber, MonthsInService> takenOver) {
    Comparison comparison =
        new Comparison(people.of(part.employer()), takenOver, version.declaration().year());
    Map<Integer, MonthsInService> months = service.of(version.declaration().id());
    year.forEachPerson(
        List.of(version.declaration()),
        (ignored, person) ->
            comparison.standing(
                person.idNumber(),
                new Declared(
                    person.name(),
                    person.declaredWage(),
                    months.getOrDefault(person.line(), MonthsInService.ALWAYS))),
        RuntimeException.class);
    return comparison.result(part.employerCode(), version.declaration().version());
  }
}
