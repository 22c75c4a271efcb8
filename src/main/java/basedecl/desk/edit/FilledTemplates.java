package basedecl.desk.edit;

import basedecl.answer.template.TemplateRows;
import basedecl.answer.template.TemplateRows.Person;
import basedecl.answer.template.TemplateWorkbook;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Language;
import basedecl.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The template with the people in it whom an employer declared last, their wages left open. */
public final class FilledTemplates {

  /** Of more people none is made: the form is prepared for so many rows. */
  private static final int MOST = TemplateWorkbook.PREPARED_ROWS;

  private final LastPeople last;
  private final RulesShelf shelf;
  private final DeskFolders folders;
  private final SecureRandom random = new SecureRandom();

  public FilledTemplates(LastPeople last, RulesShelf shelf, DeskFolders folders) {
    this.last = last;
    this.shelf = shelf;
    this.folders = folders;
  }

  /** Whose people would be in it; empty where the employer declared nobody yet, or too many. */
  public Optional<Source> source(For whom) {
    return last.sources(whom).stream()
        .findFirst()
        .filter(source -> source.declaration().persons() <= MOST);
  }

  /**
   * Writes it in a folder of the desk's own; the caller deletes it. One after the other, since each
   * is put together in memory.
   */
  public synchronized Path write(For whom, Source source, Language language) throws IOException {
    Rules rules = shelf.current();
    Path file = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    new TemplateWorkbook(whom.population(), language, rules.businessDate())
        .write(
            file,
            new TemplateRows(
                whom.employerCode(),
                rules.nameOf(whom.employerCode()),
                origin(source).in(language),
                last.people(source).stream()
                    .map(
                        last ->
                            new Person(
                                last.person().name(),
                                last.person().documentKind(),
                                last.person().idNumber().whole(),
                                "",
                                "",
                                "",
                                ""))
                    .toList()));
    return file;
  }

  private static Message origin(Source source) {
    return Message.of(
        "desk.edit.origin.last",
        Integer.toString(source.declaration().year()),
        Integer.toString(source.declaration().version()));
  }
}
