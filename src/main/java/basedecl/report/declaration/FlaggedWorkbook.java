package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.audit.signal.LowerLimitShare;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonLine;
import basedecl.message.Language;
import basedecl.report.AgencyTelephones;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code flagged-YEAR.xlsx}: the employers that are asked to check themselves, with the telephone
 * of their agency, and their persons at the lower limit, streamed.
 */
public final class FlaggedWorkbook implements Closeable {

  private static final TableColumn[] EMPLOYERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.word("经办机构", 10),
    TableColumn.text("联系电话", 28),
    TableColumn.count("申报人数", 10),
    TableColumn.count("按下限缴费人数", 9),
    TableColumn.percent("下限占比", 11),
    TableColumn.count("其中申报低于下限人数", 12),
    TableColumn.money("申报工资合计", 18),
    TableColumn.money("缴费基数合计", 18),
    TableColumn.word("状态", 11)
  };

  private static final TableColumn[] PERSONS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.money("月均工资", 14),
    TableColumn.money("缴费基数", 14),
    TableColumn.prose("来源", 48)
  };

  private final TableWorkbook workbook;
  private final TableRows persons;

  private FlaggedWorkbook(TableWorkbook workbook, TableRows persons) {
    this.workbook = workbook;
    this.persons = persons;
  }

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "flagged-" + year + ".xlsx";
  }

  /**
   * Begins {@code flagged-YEAR.xlsx} in {@code folder} and writes its first sheet.
   *
   * @param declarations the year's current declarations; those not flagged are passed over
   */
  public static FlaggedWorkbook at(
      Path folder, YearHeading heading, List<DeclarationRecord> declarations) throws IOException {
    TableWorkbook workbook =
        TableWorkbook.at(folder.resolve(fileName(heading.year())), heading.businessDate());
    try {
      return new FlaggedWorkbook(workbook, sheets(workbook, heading, declarations));
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  /** Writes the employers' sheet and begins the persons', whose rows it gives. */
  public static TableRows sheets(
      TableWorkbook workbook, YearHeading heading, List<DeclarationRecord> declarations)
      throws IOException {
    List<DeclarationRecord> flagged = new ArrayList<>(declarations);
    flagged.removeIf(d -> !d.flagged());
    flagged.sort(Comparator.comparing(DeclarationRecord::employerCode));
    YearTotals totals = YearTotals.of(flagged);
    TableRows employers = workbook.sheet(employerSheet(heading, flagged, totals), flagged.size());
    AgencyTelephones telephones = AgencyTelephones.of(heading.policy());
    for (DeclarationRecord declaration : flagged) {
      addEmployer(employers, declaration, telephones);
    }
    return workbook.sheet(personSheet(heading, totals), totals.atLower());
  }

  /**
   * Adds a person's line if the person pays on the lower limit and the employer is flagged; others
   * are passed over, so that every person of the year may be shown to this workbook.
   */
  public void add(DeclarationRecord declaration, PersonLine person) throws IOException {
    add(persons, declaration, person);
  }

  public static void add(TableRows persons, DeclarationRecord declaration, PersonLine person)
      throws IOException {
    if (!declaration.flagged() || !person.atLower()) {
      return;
    }
    persons
        .row()
        .text(declaration.employerCode())
        .text(declaration.employerName())
        .text(person.name())
        .text(person.idNumber().whole())
        .money(person.declaredWage())
        .money(person.base())
        .text(declaration.file() + "!" + person.sheet() + "!" + person.row());
  }

  /**
   * Puts the workbook in its place.
   *
   * @throws IllegalStateException if there are not as many persons as the declarations say
   */
  public Written finish() throws IOException {
    return workbook.finish();
  }

  /** Gives up what was written unless it was finished. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static void addEmployer(TableRows rows, DeclarationRecord d, AgencyTelephones telephones)
      throws IOException {
    rows.row()
        .text(d.employerCode())
        .text(d.employerName())
        .text(d.agency())
        .text(telephones.of(d.agency()))
        .number(d.persons())
        .number(d.atLower())
        .fraction(new LowerLimitShare(d.atLower(), d.persons()).fraction())
        .number(d.declaredBelowLower())
        .money(d.declaredTotal())
        .money(d.baseTotal())
        .text(d.state().title());
  }

  private static TableSheet employerSheet(
      YearHeading heading, List<DeclarationRecord> flagged, YearTotals totals) {
    List<String> notes = headingNotes(heading);
    notes.add(
        say(
            "flagged.totals",
            count(totals.employers()),
            count(totals.persons()),
            count(totals.atLower()),
            count(totals.declaredBelowLower())));
    notes.add(say("flagged.note"));
    notes.add(say("flagged.correct"));
    AgencyTelephones.of(heading.policy())
        .unknown(flagged.stream().map(DeclarationRecord::agency).toList())
        .ifPresent(warning -> notes.add(warning.in(Language.ZH)));
    return TableSheet.of("需自查自纠单位", heading.title("flagged.title"), EMPLOYERS)
        .withNotes(notes)
        .withWarnings(heading.notices());
  }

  private static TableSheet personSheet(YearHeading heading, YearTotals totals) {
    List<String> notes = headingNotes(heading);
    notes.add(say("flagged.persons.totals", count(totals.atLower())));
    return TableSheet.of("按下限缴费人员", heading.title("flagged.persons.title"), PERSONS)
        .withNotes(notes)
        .withWarnings(heading.notices());
  }

  private static List<String> headingNotes(YearHeading heading) {
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(heading.limitsNote());
    heading.thresholdNote().ifPresent(notes::add);
    return notes;
  }
}
