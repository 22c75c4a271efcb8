package basedecl.desk.edit;

import basedecl.answer.template.TemplateRows;
import basedecl.answer.template.TemplateRows.Person;
import basedecl.answer.template.TemplateWorkbook;
import basedecl.desk.edit.LastPeople.LastPerson;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.Submissions.For;
import basedecl.desk.submission.UploadChecks;
import basedecl.ledger.draft.Draft;
import basedecl.ledger.draft.DraftLedger;
import basedecl.ledger.draft.DraftRow;
import basedecl.ledger.submission.Upload;
import basedecl.ledger.submission.UploadId;
import basedecl.ledger.year.PersonRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The drafts of declarations. One is checked as everything else is: written down as a workbook that
 * goes the way of an uploaded file from there on, so that no rule knows of drafts.
 */
final class Drafts {

  /** Whoever declares more people uses a spreadsheet. */
  static final int MOST_PEOPLE = 200;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final DraftLedger ledger;
  private final TransactionTemplate transaction;
  private final Submissions submissions;
  private final UploadChecks checks;
  private final DeskFolders folders;
  private final DeskSettings desk;
  private final SecureRandom random = new SecureRandom();

  Drafts(
      DraftLedger ledger,
      TransactionTemplate transaction,
      Submissions submissions,
      UploadChecks checks,
      DeskFolders folders,
      DeskSettings desk) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.submissions = submissions;
    this.checks = checks;
    this.folders = folders;
    this.desk = desk;
  }

  Optional<Draft> find(For whom) {
    return ledger.find(key(whom));
  }

  /**
   * Saves rows in the place of those of the revision {@code seen}.
   *
   * @return the draft as it is now; empty where somebody saved another meanwhile
   */
  Optional<Draft> save(For whom, int seen, List<DraftRow> rows) {
    Instant now = desk.clock().instant();
    boolean saved =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean done = ledger.save(key(whom), seen, whom.account(), now, rows);
                  if (!done) {
                    status.setRollbackOnly();
                  }
                  return done;
                }));
    return saved ? find(whom) : Optional.empty();
  }

  /**
   * Forgets what nobody looks at any more: the desk begins drafts with the people of declarations
   * of this year and the last, never with older drafts.
   */
  void forgetOld() {
    transaction.executeWithoutResult(status -> ledger.forgetBefore(desk.year() - 1));
  }

  /** Rows to begin with; a wage of last year is nobody's wage of this one, nor are its months. */
  static List<DraftRow> rows(Source source, List<LastPerson> people) {
    return people.stream().map(person -> row(source, person)).toList();
  }

  private static DraftRow row(Source source, LastPerson last) {
    PersonRecord person = last.person();
    boolean same = source.ofThisYear();
    return new DraftRow(
        person.name(),
        person.documentKind(),
        person.idNumber().whole(),
        same ? person.declaredWage().amount().toPlainString() : "",
        same ? last.servedFrom(source.declaration().year()) : "",
        same ? last.servedUntil(source.declaration().year()) : "",
        same ? person.remarks() : "");
  }

  /** Checks a draft as the file that would be submitted. */
  Checked check(For whom, Draft draft) throws IOException {
    Upload upload = kept(whom, draft);
    Checked checked = checks.of(upload);
    ledger.checked(draft.key(), draft.revision(), upload.id().text());
    return checked;
  }

  /** What the check of just these rows said to this account; empty where there was none. */
  Optional<Checked> lastCheck(For whom, Draft draft) throws IOException {
    Optional<Upload> upload =
        draft
            .checked()
            .flatMap(id -> submissions.upload(id, whom.account()))
            .filter(kept -> !kept.submitted());
    return upload.isPresent() ? Optional.of(checks.of(upload.get())) : Optional.empty();
  }

  private Upload kept(For whom, Draft draft) throws IOException {
    Rules rules = checks.rules();
    Path file = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    try {
      new TemplateWorkbook(whom.population(), Language.ZH, rules.businessDate())
          .write(
              file,
              new TemplateRows(
                  whom.employerCode(),
                  rules.nameOf(whom.employerCode()),
                  origin(draft).in(Language.ZH),
                  draft.filled().stream().map(Drafts::person).toList()));
      try (InputStream content = Files.newInputStream(file)) {
        return submissions.keep(
            whom, Message.of("desk.edit.file").in(Language.ZH) + ".xlsx", content);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * With it no two revisions are the same file: whoever goes back to earlier figures submits anew,
   * and is not told that the file was there before.
   */
  private Message origin(Draft draft) {
    return Message.of(
        "desk.edit.origin.draft",
        Integer.toString(draft.revision()),
        TIME.withZone(desk.zone()).format(draft.savedAt()));
  }

  private static Person person(DraftRow row) {
    return new Person(
        row.name(),
        row.documentKind(),
        row.idNumber(),
        row.wage().strip(),
        row.servedFrom().strip(),
        row.servedUntil().strip(),
        row.remarks());
  }

  private static Draft.Key key(For whom) {
    return new Draft.Key(whom.policy(), whom.year(), whom.population(), whom.employerCode());
  }
}
