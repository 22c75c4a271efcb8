package basedecl.report.collection;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yesOrNo;
import static basedecl.report.ReportTexts.yuan;
import static basedecl.report.collection.CollectionHeading.say;

import basedecl.assessment.collection.BatchLine;
import basedecl.assessment.collection.Collected;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.year.PersonRecord;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A batch for the office that collects: {@code collection-YYYY-MM-BATCH.xlsx}. 征集明细, what is sent
 * of each employer and month; 征集汇总, the same by month; 差额说明, what was sent before, what holds now
 * and why; 征集人员明细, the people, where asked for; 字段对照, other systems' names of the columns.
 */
public final class CollectionWorkbook {

  private static final TableColumn EMPLOYER = TableColumn.text("单位编号", 14);
  private static final TableColumn NAME = TableColumn.prose("单位名称", 34);
  private static final TableColumn PERIOD = TableColumn.word("费款所属期", 12);

  private static final List<TableColumn> LINES =
      List.of(
          EMPLOYER,
          TableColumn.text("统一社会信用代码", 21),
          PERIOD,
          TableColumn.prose("险种", 26),
          TableColumn.count("缴费人数", 11),
          TableColumn.money("缴费基数合计", 18),
          TableColumn.money("单位应缴", 16),
          TableColumn.money("个人应缴", 16),
          TableColumn.money("滞纳金", 14),
          TableColumn.serial("批次", 7));

  private static final List<TableColumn> MONTHS =
      List.of(
          PERIOD,
          TableColumn.count("单位数", 9),
          TableColumn.count("缴费人数", 11),
          TableColumn.money("缴费基数合计", 18),
          TableColumn.money("单位应缴", 16),
          TableColumn.money("个人应缴", 16),
          TableColumn.money("应缴合计", 16),
          TableColumn.money("滞纳金", 14),
          TableColumn.money("累计应缴合计", 18),
          TableColumn.money("累计滞纳金", 14));

  private static final List<TableColumn> DIFFERENCES =
      List.of(
          EMPLOYER,
          NAME,
          PERIOD,
          TableColumn.count("原人数", 9),
          TableColumn.count("现人数", 9),
          TableColumn.money("原应缴合计", 16),
          TableColumn.money("现应缴合计", 16),
          TableColumn.money("应缴差额", 16),
          TableColumn.money("原滞纳金", 13),
          TableColumn.money("现滞纳金", 13),
          TableColumn.money("滞纳金差额", 13),
          TableColumn.word("原因", 14));

  private static final List<TableColumn> PEOPLE =
      List.of(
          EMPLOYER,
          TableColumn.text("姓名", 14),
          TableColumn.text("证件号码", 22),
          PERIOD,
          TableColumn.money("缴费基数", 14),
          TableColumn.money("单位应缴", 14),
          TableColumn.money("个人应缴", 14));

  private static final List<TableColumn> NAMES =
      List.of(
          TableColumn.word("本表栏目", 18),
          TableColumn.text("平台栏目", 24),
          TableColumn.text("税务客户端栏目", 24),
          TableColumn.word("二手资料", 10),
          TableColumn.prose("出处", 60));

  private CollectionWorkbook() {}

  /** Takes a person of a line with the month's figures. */
  public interface PersonConsumer {
    void accept(String employerCode, YearMonth month, PersonRecord person) throws IOException;
  }

  /** The people of the lines, streamed. */
  public interface People {
    void forEach(PersonConsumer consumer) throws IOException;
  }

  /** The columns of 征集明细 in their order. */
  public static List<String> titles() {
    return LINES.stream().map(TableColumn::name).toList();
  }

  /**
   * Writes the workbook in {@code folder}.
   *
   * @param lines in order of employer and month
   * @param soFar what all batches together say of each month
   */
  public static Written write(
      Path folder,
      CollectionHeading heading,
      List<CollectionLine> lines,
      Map<YearMonth, Collected> soFar,
      Optional<People> people,
      Optional<ColumnNames> names)
      throws IOException {
    Path target = folder.resolve(heading.fileName() + ".xlsx");
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      lines(workbook, heading, lines);
      months(workbook, heading, lines, soFar);
      differences(workbook, heading, lines);
      if (people.isPresent()) {
        people(workbook, heading, people.get());
      }
      if (names.isPresent()) {
        names(workbook, heading, names.get());
      }
      return workbook.finish();
    }
  }

  private static void lines(
      TableWorkbook workbook, CollectionHeading heading, List<CollectionLine> lines)
      throws IOException {
    List<String> notes = new ArrayList<>(heading.notes());
    notes.add(total(lines));
    notes.add(say("lines.note"));
    TableRows rows =
        workbook.sheet(
            TableSheet.of("征集明细", heading.title("lines.title"), LINES)
                .withNotes(notes)
                .withWarnings(heading.warnings()),
            lines.size());
    for (CollectionLine each : lines) {
      Collected sent = each.line().difference();
      rows.row()
          .text(each.line().key().employerCode())
          .text(each.creditCode())
          .text(each.line().key().period().toString())
          .text(heading.policy().title());
      figures(rows, sent).money(sent.lateFee()).number(each.batch());
    }
  }

  private static TableRows figures(TableRows rows, Collected sent) throws IOException {
    return rows.number(sent.persons())
        .money(sent.bases())
        .money(sent.employer())
        .money(sent.personal());
  }

  private static String total(List<CollectionLine> lines) {
    Collected sum =
        lines.stream()
            .map(each -> each.line().difference())
            .reduce(Collected.NOTHING, Collected::plus);
    return say(
        "lines.total",
        count(lines.size()),
        yuan(sum.employer()),
        yuan(sum.personal()),
        yuan(sum.lateFee()));
  }

  private static void months(
      TableWorkbook workbook,
      CollectionHeading heading,
      List<CollectionLine> lines,
      Map<YearMonth, Collected> soFar)
      throws IOException {
    Map<YearMonth, Collected> sums = new TreeMap<>();
    Map<YearMonth, Set<String>> employers = new TreeMap<>();
    Set<String> all = new HashSet<>();
    for (CollectionLine each : lines) {
      BatchLine line = each.line();
      sums.merge(line.key().period(), line.difference(), Collected::plus);
      employers
          .computeIfAbsent(line.key().period(), month -> new HashSet<>())
          .add(line.key().employerCode());
      all.add(line.key().employerCode());
    }
    soFar.keySet().forEach(month -> sums.putIfAbsent(month, Collected.NOTHING));
    TableRows rows =
        workbook.sheet(
            TableSheet.of("征集汇总", heading.title("months.title"), MONTHS)
                .withNotes(List.of(heading.policyNote(), say("months.note")))
                .withWarnings(heading.warnings()),
            sums.size() + 1L);
    for (Map.Entry<YearMonth, Collected> month : sums.entrySet()) {
      rows.row()
          .text(month.getKey().toString())
          .number(employers.getOrDefault(month.getKey(), Set.of()).size());
      month(rows, month.getValue(), soFar.getOrDefault(month.getKey(), Collected.NOTHING));
    }
    rows.row(true).text(say("months.total")).number(all.size());
    month(
        rows,
        sums.values().stream().reduce(Collected.NOTHING, Collected::plus),
        soFar.values().stream().reduce(Collected.NOTHING, Collected::plus));
  }

  private static void month(TableRows rows, Collected sent, Collected soFar) throws IOException {
    figures(rows, sent)
        .money(sent.principal())
        .money(sent.lateFee())
        .money(soFar.principal())
        .money(soFar.lateFee());
  }

  private static void differences(
      TableWorkbook workbook, CollectionHeading heading, List<CollectionLine> lines)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("差额说明", heading.title("differences.title"), DIFFERENCES)
                .withNotes(List.of(heading.policyNote(), say("differences.note"))),
            lines.size());
    for (CollectionLine each : lines) {
      BatchLine line = each.line();
      Collected before = line.before();
      Collected after = line.after();
      Collected difference = line.difference();
      rows.row()
          .text(line.key().employerCode())
          .text(each.employerName())
          .text(line.key().period().toString())
          .number(before.persons())
          .number(after.persons())
          .money(before.principal())
          .money(after.principal())
          .money(difference.principal())
          .money(before.lateFee())
          .money(after.lateFee())
          .money(difference.lateFee())
          .text(say("cause." + line.cause().name()));
    }
  }

  private static void people(TableWorkbook workbook, CollectionHeading heading, People people)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("征集人员明细", heading.title("people.title"), PEOPLE)
                .withNotes(List.of(heading.policyNote(), say("people.note"))));
    people.forEach(
        (employer, month, person) ->
            rows.row()
                .text(employer)
                .text(person.name())
                .text(person.idNumber().whole())
                .text(month.toString())
                .money(person.base())
                .money(person.dues().employer())
                .money(person.dues().personal()));
  }

  private static void names(TableWorkbook workbook, CollectionHeading heading, ColumnNames names)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("字段对照", heading.title("names.title"), NAMES)
                .withNotes(List.of(names.title(), say("names.note"))),
            names.columns().size());
    for (ColumnNames.Column column : names.columns()) {
      rows.row()
          .text(column.title())
          .text(column.platform())
          .text(column.taxClient())
          .text(yesOrNo(column.secondary()))
          .text(column.citation());
    }
  }
}
