package basedecl.report.review;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.Lateness;
import basedecl.declaration.procedure.ProcedureDeadlines;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import basedecl.report.PaperHeading;
import basedecl.report.ProblemSheet;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code progress-YEAR.xlsx}: where each employer's declaration stands, who does what next, and
 * what was late; then the lines of the run that could not be used. What waits for somebody stands
 * out by colour when it is late. That of retirees is {@code retirees-progress-YEAR.xlsx}.
 */
public final class ProgressWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.word("经办机构", 10),
    TableColumn.text("联系电话", 26),
    TableColumn.serial("版本", 7),
    TableColumn.word("状态", 11),
    TableColumn.date("状态日期", 13),
    TableColumn.prose("下一步", 56),
    TableColumn.prose("意见", 30)
  };

  private final PaperHeading heading;
  private final ProcedureDeadlines deadlines;

  private ProgressWorkbook(PaperHeading heading, ProcedureDeadlines deadlines) {
    this.heading = heading;
    this.deadlines = deadlines;
  }

  /** Writes {@code progress-YEAR.xlsx} in {@code folder}; the rows come in order of their codes. */
  public static Written write(
      Path folder,
      PaperHeading heading,
      Population population,
      ProcedureDeadlines deadlines,
      List<ProgressRow> rows,
      List<FileFinding> problems)
      throws IOException {
    return new ProgressWorkbook(heading, deadlines).write(folder, population, rows, problems);
  }

  private Written write(
      Path folder, Population population, List<ProgressRow> rows, List<FileFinding> problems)
      throws IOException {
    boolean retirees = population == Population.RETIREES;
    Path target =
        folder.resolve((retirees ? "retirees-progress-" : "progress-") + heading.year() + ".xlsx");
    AgencyTelephones telephones = new AgencyTelephones(heading.policy().agencies());
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableSheet sheet =
          TableSheet.of(
                  retirees ? "办理进度（退休）" : "办理进度",
                  heading.title(retirees ? "progress.retirees.title" : "progress.title"),
                  COLUMNS)
              .withNotes(notes(rows));
      TableRows table = workbook.sheet(sheet, rows.size());
      for (ProgressRow row : rows) {
        add(table, row, telephones);
      }
      ProblemSheet.write(
          workbook,
          heading.title("progress.problems.title"),
          List.of(heading.policyNote(), say("progress.problems.note", count(problems.size()))),
          problems);
      return workbook.finish();
    }
  }

  private List<String> notes(List<ProgressRow> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    ProgressRow::stateTitle, TreeMap::new, Collectors.counting()));
    Map<Lateness, Long> late =
        rows.stream()
            .flatMap(row -> lateness(row).stream())
            .collect(Collectors.groupingBy(l -> l, TreeMap::new, Collectors.counting()));
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(
        say(
            "progress.totals",
            count(rows.size()),
            ProgressRow.STATE_TITLES.stream()
                .filter(counts::containsKey)
                .map(title -> title + " " + count(counts.getOrDefault(title, 0L)))
                .collect(Collectors.joining("，"))));
    notes.add(
        say(
            "progress.deadlines",
            day(deadlines.declareBy()),
            day(deadlines.reviewBy()),
            day(deadlines.confirmBy()),
            late.isEmpty()
                ? say("progress.none-late")
                : late.entrySet().stream()
                    .map(entry -> entry.getKey().title() + " " + count(entry.getValue()))
                    .collect(Collectors.joining("，"))));
    return notes;
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElseGet(() -> say("progress.no-deadline"));
  }

  private Set<Lateness> lateness(ProgressRow row) {
    return deadlines.lateness(row.course(), heading.businessDate());
  }

  private void add(TableRows rows, ProgressRow row, AgencyTelephones telephones)
      throws IOException {
    boolean done = row.course().state().equals(Optional.of(DeclarationState.CONFIRMED));
    rows.row(!done && !lateness(row).isEmpty())
        .text(row.employerCode())
        .text(row.employerName())
        .text(row.agency())
        .text(telephones.of(row.agency()));
    if (row.version().isPresent()) {
      rows.number(row.version().get());
    } else {
      rows.blank();
    }
    rows.text(row.stateTitle());
    if (row.stateDate().isPresent()) {
      rows.date(row.stateDate().get());
    } else {
      rows.blank();
    }
    rows.text(nextStep(row)).text(row.opinion());
  }

  /** Who does what next, and what is late. */
  private String nextStep(ProgressRow row) {
    String step =
        row.course()
            .state()
            .map(
                state ->
                    say("progress.next." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .orElseGet(() -> say("progress.next.not-declared"));
    String missing =
        row.incomplete().map(finding -> FindingText.sentence(finding, Language.ZH)).orElse("");
    Set<Lateness> late = lateness(row);
    String marks =
        late.isEmpty()
            ? ""
            : say(
                "progress.late",
                late.stream().map(Lateness::title).collect(Collectors.joining("、")));
    return step + missing + marks;
  }
}
