package basedecl.report.papers;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.policy.Population;
import basedecl.policy.rule.ContributionRate;
import basedecl.report.AgencyTelephones;
import basedecl.report.PaperHeading;
import basedecl.report.ReportTexts;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.SummaryWorkbook;
import basedecl.report.retirees.RetireesDetailWorkbook;
import basedecl.report.retirees.RetireesSummaryWorkbook;
import basedecl.workbook.RowCells;
import basedecl.workbook.ShownRows;
import basedecl.workbook.TableBlock;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one employer prints, seals and signs (S3, second part): the detail with each one's
 * signature, and the summary with the pledge of honest declaration. The declaration's number stands
 * on every page of both.
 */
public final class EmployerPapers {

  private final PaperHeading heading;
  private final Population population;
  private final Optional<ContributionRate> rate;
  private final PaperMonths months;
  private final AgencyTelephones telephones;

  /**
   * @param rate that of the month the dues are of
   */
  public EmployerPapers(
      PaperHeading heading,
      Population population,
      Optional<ContributionRate> rate,
      PaperMonths months) {
    this.rate = rate;
    this.months = months;
    this.heading = heading;
    this.population = population;
    this.telephones = AgencyTelephones.of(heading.policy());
  }

  /** Hands over each person of a declaration, in order. */
  public interface Persons {
    void forEach(PersonWriter writer) throws IOException;
  }

  /** Takes one person's line. */
  public interface PersonWriter {
    void accept(PersonRecord person) throws IOException;
  }

  private boolean isOfRetirees() {
    return population == Population.RETIREES;
  }

  /** Writes the summary with the pledge at {@code target}. */
  public Written summary(Path target, DeclarationRecord declaration, String number)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      line(workbook.sheet(summarySheet(declaration, number), 1), declaration);
      return workbook.finish();
    }
  }

  /** Writes the detail at {@code target}. */
  public Written detail(Path target, DeclarationRecord declaration, String number, Persons persons)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      lines(
          workbook.sheet(detailSheet(declaration, number), declaration.persons()),
          declaration,
          persons);
      return workbook.finish();
    }
  }

  /** The summary with the pledge, to be shown. */
  public ShownRows.Shown shownSummary(DeclarationRecord declaration, String number)
      throws IOException {
    ShownRows rows = new ShownRows(summarySheet(declaration, number));
    line(rows, declaration);
    return rows.shown();
  }

  /** The detail, to be shown. */
  public ShownRows.Shown shownDetail(DeclarationRecord declaration, String number, Persons persons)
      throws IOException {
    ShownRows rows = new ShownRows(detailSheet(declaration, number));
    lines(rows, declaration, persons);
    return rows.shown();
  }

  private TableSheet summarySheet(DeclarationRecord declaration, String number) {
    TableSheet sheet =
        isOfRetirees()
            ? TableSheet.of(
                "汇总表（退休）", heading.title("retirees.summary.title"), RetireesSummaryWorkbook.COLUMNS)
            : TableSheet.of("汇总表", heading.title("summary.title"), SummaryWorkbook.COLUMNS);
    return sheet
        .withNotes(notes(declaration, number))
        .withWarnings(warnings())
        .withMark(say("paper.number", number))
        .withClosing(pledge(declaration, number));
  }

  private TableSheet detailSheet(DeclarationRecord declaration, String number) {
    TableSheet sheet =
        isOfRetirees()
            ? TableSheet.of(
                "明细表（退休）", heading.title("retirees.detail.title"), RetireesDetailWorkbook.COLUMNS)
            : TableSheet.of("明细表", heading.title("detail.title"), DetailWorkbook.COLUMNS);
    return sheet
        .withNotes(notes(declaration, number))
        .withWarnings(warnings())
        .withRowHeight(DetailWorkbook.ROW_HEIGHT)
        .withMark(say("paper.number", number))
        .withClosing(
            List.of(
                TableBlock.paragraph(say("paper.detail.statement", count(declaration.persons()))),
                TableBlock.signature(say("paper.detail.signatures"))));
  }

  private void line(RowCells rows, DeclarationRecord declaration) throws IOException {
    if (isOfRetirees()) {
      RetireesSummaryWorkbook.add(rows, declaration);
    } else {
      SummaryWorkbook.add(rows, declaration);
    }
  }

  private void lines(RowCells rows, DeclarationRecord declaration, Persons persons)
      throws IOException {
    Lines lines = new Lines();
    persons.forEach(person -> row(rows, ++lines.written, declaration, person));
  }

  private static final class Lines {
    private long written;
  }

  private void row(RowCells rows, long serial, DeclarationRecord declaration, PersonRecord person)
      throws IOException {
    if (isOfRetirees()) {
      RetireesDetailWorkbook.row(rows, serial, declaration, person);
    } else {
      DetailWorkbook.row(rows, serial, declaration, person);
    }
  }

  private List<String> notes(DeclarationRecord declaration, String number) {
    List<String> notes = new ArrayList<>();
    notes.add(
        say("paper.number", number)
            + say(
                "paper.employer",
                declaration.employerCode(),
                declaration.employerName(),
                Integer.toString(declaration.version())));
    notes.add(
        say(
            isOfRetirees() ? "paper.totals.retirees" : "paper.totals",
            count(declaration.persons()),
            yuan(declaration.declaredTotal()),
            yuan(declaration.baseTotal())));
    notes.add(
        say(
            "paper.agency",
            declaration.agency().isEmpty() ? say("totals.unknown") : declaration.agency(),
            telephones.of(declaration.agency()).isEmpty()
                ? say("totals.unknown")
                : telephones.of(declaration.agency()),
            heading.policy().title(),
            heading.businessDate().toString()));
    heading.declareBy().map(day -> say("paper.deadline", day)).ifPresent(notes::add);
    notes.addAll(months.notes());
    return notes;
  }

  /** A rate that is no document's figure is said to be so wherever it was used (domain 5). */
  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(months.warnings());
    rate.filter(r -> r.placeholder() && !isOfRetirees())
        .map(
            r ->
                say(
                    "heading.placeholder",
                    ReportTexts.percent(r.employer()),
                    ReportTexts.percent(r.personal())))
        .ifPresent(warnings::add);
    return warnings;
  }

  private List<TableBlock> pledge(DeclarationRecord declaration, String number) {
    String kind = isOfRetirees() ? ".retirees" : "";
    return List.of(
        TableBlock.heading(say("paper.pledge.title")),
        TableBlock.paragraph(
            say(
                "paper.pledge.opening" + kind,
                declaration.employerName(),
                String.valueOf(heading.year()))),
        TableBlock.paragraph(say("paper.pledge.true" + kind, number)),
        TableBlock.paragraph(say("paper.pledge.signed" + kind)),
        TableBlock.paragraph(say("paper.pledge.law" + kind)),
        TableBlock.paragraph(say("paper.pledge.records" + kind)),
        TableBlock.signature(say("paper.pledge.signatures")),
        TableBlock.signature(say("paper.pledge.agency")));
  }
}
