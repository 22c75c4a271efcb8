package basedecl.desk.edit;

import basedecl.desk.declare.Whom;
import basedecl.desk.edit.EditPage.Beginning;
import basedecl.desk.edit.EditPage.Row;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.edit.RowFaults.Fault;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.draft.Draft;
import basedecl.ledger.draft.DraftRow;
import basedecl.message.Language;
import basedecl.report.ReportTexts;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages on which a declaration is typed. */
final class EditPages {

  /** What the button sends with which one begins with nobody. */
  static final String BLANK = "blank";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final RulesShelf shelf;
  private final Drafts drafts;
  private final LastPeople last;
  private final DeskSettings desk;

  EditPages(RulesShelf shelf, Drafts drafts, LastPeople last, DeskSettings desk) {
    this.shelf = shelf;
    this.drafts = drafts;
    this.last = last;
    this.desk = desk;
  }

  /** What the button sends with which one begins with a declaration. */
  static String word(Source source) {
    return source.ofThisYear() ? "this-year" : "last-year";
  }

  /** The draft as it was saved, with what was found where just this was checked. */
  EditPage page(For whom, Language language) throws IOException {
    Optional<Draft> draft = drafts.find(whom);
    Optional<Checked> checked =
        draft.isPresent() ? drafts.lastCheck(whom, draft.get()) : Optional.empty();
    List<DraftRow> rows = draft.map(Draft::rows).orElse(List.of());
    List<Fault> faults =
        new RowFaults(whom.population(), rows, language)
            .of(checked.map(Checked::findings).orElse(List.of()));
    return page(whom, draft, rows, faults, checked.isPresent(), false);
  }

  /** Rows that were not saved since somebody saved others meanwhile. */
  EditPage conflict(For whom, List<DraftRow> typed) {
    return page(whom, drafts.find(whom), typed, List.of(), false, true);
  }

  private EditPage page(
      For whom,
      Optional<Draft> draft,
      List<DraftRow> rows,
      List<Fault> found,
      boolean checked,
      boolean conflict) {
    List<Fault> faults = new ArrayList<>(found);
    faults.sort(Comparator.comparing(fault -> !fault.error()));
    List<Source> sources = last.sources(whom);
    return new EditPage(
        Whom.of(whom, shelf.current()),
        draft.isPresent(),
        last.isOpen(whom),
        draft.isEmpty() && !sources.isEmpty() && isTooLarge(sources.get(0)),
        draft.map(each -> TIME.withZone(desk.zone()).format(each.savedAt())).orElse(""),
        draft.map(Draft::revision).orElse(Draft.NONE),
        conflict,
        checked,
        rows(rows, faults),
        faults,
        sources.stream().filter(source -> !isTooLarge(source)).map(EditPages::beginning).toList());
  }

  private static boolean isTooLarge(Source source) {
    return source.declaration().persons() > Drafts.MOST_PEOPLE;
  }

  private static Beginning beginning(Source source) {
    return new Beginning(
        word(source),
        source.declaration().year(),
        source.declaration().version(),
        ReportTexts.count(source.declaration().persons()));
  }

  private static List<Row> rows(List<DraftRow> rows, List<Fault> faults) {
    List<Row> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      DraftRow row = rows.get(i);
      String end = "-" + (i + 1);
      shown.add(
          new Row(
              i + 1,
              row.name(),
              row.documentKind().name(),
              row.idNumber(),
              row.wage(),
              row.servedFrom(),
              row.servedUntil(),
              row.remarks(),
              faults.stream().filter(fault -> fault.field().endsWith(end)).toList()));
    }
    return shown;
  }
}
