package basedecl.report.audit;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.audit.TaxWages.TaxEmployer;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.TaxComparison;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.report.AgencyTelephones;
import basedecl.report.ProblemSheet;
import basedecl.report.ReportTexts;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.FlaggedWorkbook;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code flagged-YEAR.xlsx} as the audit writes it: the year's picture and whom to look at first,
 * the sheets of {@link FlaggedWorkbook}, then signals, follow-up, matching, employers not insured,
 * charts, and lines that could not be used. Persons' sheets are streamed.
 */
public final class AuditWorkbook implements Closeable {

  private static final TableColumn[] RANKED = {
    TableColumn.serial("排名", 6),
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 10),
    TableColumn.text("联系电话", 26),
    TableColumn.count("申报人数", 9),
    TableColumn.percent("下限占比", 10),
    TableColumn.count("线索数", 8),
    TableColumn.prose("线索", 44),
    TableColumn.money("月少缴基数", 15),
    TableColumn.money("月少缴费额", 14)
  };

  private static final TableColumn[] SIGNALS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.text("线索", 26),
    TableColumn.word("数值", 11),
    TableColumn.word("阈值", 12),
    TableColumn.prose("说明", 52),
    TableColumn.prose("依据", 56)
  };

  private static final TableColumn[] MATCHED = {
    TableColumn.text("单位编号", 14),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.money("申报月均工资", 15),
    TableColumn.money("税务月均工资", 15),
    TableColumn.money("差额", 14),
    TableColumn.money("少缴基数", 14)
  };

  private static final TableColumn[] NOT_INSURED = {
    TableColumn.text("单位编号", 20), TableColumn.count("人数", 12), TableColumn.money("年工资薪金收入合计", 22)
  };

  private final TableWorkbook workbook;
  private final YearHeading heading;
  private final AuditPicture picture;
  private final TableRows persons;
  private boolean matching;

  private AuditWorkbook(
      TableWorkbook workbook, YearHeading heading, AuditPicture picture, TableRows persons) {
    this.workbook = workbook;
    this.heading = heading;
    this.picture = picture;
    this.persons = persons;
    this.current = persons;
  }

  private TableRows current;

  /** The columns of 概览. */
  static Stream<TableColumn> rankedColumns() {
    return Stream.of(RANKED);
  }

  /** Begins {@code flagged-YEAR.xlsx} in {@code folder}, up to the persons at the lower limit. */
  public static AuditWorkbook at(Path folder, YearHeading heading, AuditPicture picture)
      throws IOException {
    TableWorkbook workbook =
        TableWorkbook.at(
            folder.resolve("flagged-" + heading.year() + ".xlsx"), heading.businessDate());
    try {
      ranked(workbook, heading, picture, AgencyTelephones.of(heading.policy()));
      List<DeclarationRecord> declarations =
          picture.lines().stream().map(AuditLine::declaration).toList();
      return new AuditWorkbook(
          workbook, heading, picture, FlaggedWorkbook.sheets(workbook, heading, declarations));
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  /** A person of a flagged employer; taken where the base is the lower limit. */
  public void addAtLower(DeclarationRecord declaration, PersonRecord person) throws IOException {
    FlaggedWorkbook.add(persons, declaration, person);
  }

  /** Ends the persons at the lower limit: signals, follow-up, outcomes, and the head of 数据比对. */
  public void beginMatching() throws IOException {
    signals();
    new AuditFollowUpSheet(heading, picture).write(workbook);
    if (!picture.outcomes().isEmpty()) {
      AuditOutcomeSheet.write(workbook, heading, picture);
    }
    current = workbook.sheet(matchedSheet(), picture.matching().belowTax());
    matching = true;
  }

  /** A person declared with less than the tax file's monthly wage. */
  public void addMatched(
      DeclarationRecord declaration, PersonRecord person, Money taxWage, Money baseShort)
      throws IOException {
    if (!matching) {
      throw new IllegalStateException("The sheet of matched persons has not begun");
    }
    current
        .row()
        .text(declaration.employerCode())
        .text(person.name())
        .text(person.idNumber().whole())
        .money(person.declaredWage())
        .money(taxWage)
        .money(taxWage.minus(person.declaredWage()))
        .money(baseShort);
  }

  /** Writes the remaining sheets and puts the workbook in its place. */
  public Written finish() throws IOException {
    notInsured();
    DistributionSheet.write(workbook, heading, picture);
    problems();
    return workbook.finish();
  }

  /** Gives up what was written unless it was finished. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static void ranked(
      TableWorkbook workbook, YearHeading heading, AuditPicture picture, AgencyTelephones phones)
      throws IOException {
    List<AuditLine> ranked = picture.ranked();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("概览", heading.title("audit.title"), RANKED)
                .withNotes(notes(heading, picture, ranked))
                .withWarnings(heading.warnings()),
            ranked.size());
    int rank = 0;
    for (AuditLine line : ranked) {
      DeclarationRecord d = line.declaration();
      rows.row(d.flagged())
          .number(++rank)
          .text(d.employerCode())
          .text(d.employerName())
          .text(d.agency())
          .text(phones.of(d.agency()))
          .number(d.persons())
          .fraction(line.figures().share().fraction())
          .number(line.signals().size())
          .text(
              line.signals().stream()
                  .map(s -> s.title().in(Language.ZH) + " " + s.value().in(Language.ZH))
                  .collect(Collectors.joining("；")));
      if (line.figures().tax().isPresent()) {
        TaxComparison tax = line.figures().tax().get();
        rows.money(tax.baseShort()).money(tax.duesShort().total());
      } else {
        rows.blank().blank();
      }
    }
  }

  private static List<String> notes(
      YearHeading heading, AuditPicture picture, List<AuditLine> ranked) {
    YearTotals totals =
        YearTotals.of(picture.lines().stream().map(AuditLine::declaration).toList());
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(heading.limitsNote());
    heading.thresholdNote().ifPresent(notes::add);
    notes.add(
        say(
            "audit.totals",
            count(totals.employers()),
            count(totals.persons()),
            count(totals.flagged()),
            count(ranked.size()),
            count(totals.atLower()),
            ReportTexts.yuan(totals.baseTotal())));
    notes.add(matchingNote(picture));
    notes.add(
        say(
            "audit.follow-up.totals",
            count(picture.followUp().fresh().size()),
            count(picture.followUp().standing().size() - picture.followUp().fresh().size()),
            count(picture.followUp().cleared().size())));
    notes.add(say("audit.rank"));
    return notes;
  }

  private static String matchingNote(AuditPicture picture) {
    AuditPicture.Matching m = picture.matching();
    return m.taxFile()
        ? say(
            "audit.matching",
            count(m.matched()),
            count(m.belowTax()),
            count(m.onlyDeclared()),
            count(m.onlyTaxed()),
            count(m.employersOnlyDeclared()),
            count(m.notInsured().size()),
            count(m.notDeclared()))
        : say("audit.no-tax-file");
  }

  private void signals() throws IOException {
    long size = picture.lines().stream().mapToLong(line -> line.signals().size()).sum();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("稽核线索", heading.title("audit.signals.title"), SIGNALS)
                .withNotes(List.of(heading.policyNote(), say("audit.signals.note")))
                .withWarnings(heading.notices()),
            size);
    for (AuditLine line : picture.ranked()) {
      for (SignalFinding signal : line.signals()) {
        rows.row(line.declaration().flagged())
            .text(line.declaration().employerCode())
            .text(line.declaration().employerName())
            .text(signal.title().in(Language.ZH))
            .text(signal.value().in(Language.ZH))
            .text(signal.threshold().in(Language.ZH))
            .text(signal.explanation().in(Language.ZH))
            .text(signal.basis().text());
      }
    }
  }

  private TableSheet matchedSheet() {
    return TableSheet.of("数据比对", heading.title("audit.matched.title"), MATCHED)
        .withNotes(List.of(heading.policyNote(), matchingNote(picture), say("audit.matched.note")))
        .withWarnings(heading.notices());
  }

  private void notInsured() throws IOException {
    List<TaxEmployer> employers = picture.matching().notInsured();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("未参保单位", heading.title("audit.not-insured.title"), NOT_INSURED)
                .withNotes(List.of(say("audit.not-insured.note", count(employers.size())))),
            employers.size());
    for (TaxEmployer employer : employers) {
      rows.row().text(employer.code()).number(employer.persons()).money(employer.yearTotal());
    }
  }

  private void problems() throws IOException {
    if (picture.problems().isEmpty()) {
      return;
    }
    ProblemSheet.write(
        workbook,
        heading.title("audit.problems.title"),
        List.of(
            say(
                "audit.problems.note",
                count(picture.problems().size() + picture.problemsLeftOut()),
                count(picture.problemsLeftOut()))),
        picture.problems());
  }

  /** Names of earlier years with their signals: {@code 2023年2项}. */
  static String earlier(Map<Integer, Long> years) {
    return years.entrySet().stream()
        .map(e -> say("audit.earlier", e.getKey().toString(), e.getValue().toString()))
        .collect(Collectors.joining("、"));
  }
}
