package basedecl.report.review;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.Lateness;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.finding.FindingText;
import basedecl.finding.Severity;
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
import java.util.ArrayList;
import java.util.List;
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

  /** Steps that retirees' declarations have in words of their own. */
  private static final Set<String> OF_RETIREES = Set.of("not-declared", "accepted");

  private final PaperHeading heading;
  private final boolean retirees;
  private final DeclarationDeadline deadline;

  private ProgressWorkbook(PaperHeading heading, boolean retirees, DeclarationDeadline deadline) {
    this.heading = heading;
    this.retirees = retirees;
    this.deadline = deadline;
  }

  /** Writes {@code progress-YEAR.xlsx} in {@code folder}; the rows come in order of their codes. */
  public static Written write(
      Path folder,
      PaperHeading heading,
      Population population,
      DeclarationDeadline deadline,
      List<ProgressRow> rows,
      List<FileFinding> problems)
      throws IOException {
    return new ProgressWorkbook(heading, population == Population.RETIREES, deadline)
        .write(folder, rows, problems);
  }

  private Written write(Path folder, List<ProgressRow> rows, List<FileFinding> problems)
      throws IOException {
    Path target =
        folder.resolve((retirees ? "retirees-progress-" : "progress-") + heading.year() + ".xlsx");
    AgencyTelephones telephones = AgencyTelephones.of(heading.policy());
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
          List.of(heading.policyNote(), problemsNote(problems)),
          problems);
      return workbook.finish();
    }
  }

  private List<String> notes(List<ProgressRow> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.turn().title(), TreeMap::new, Collectors.counting()));
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
            "progress.deadline",
            heading.declareBy().orElseGet(() -> say("progress.no-deadline")),
            late.isEmpty()
                ? say("progress.none-late")
                : late.entrySet().stream()
                    .map(entry -> entry.getKey().title() + " " + count(entry.getValue()))
                    .collect(Collectors.joining("，"))));
    AgencyTelephones.of(heading.policy())
        .unknown(rows.stream().map(ProgressRow::agency).toList())
        .ifPresent(warning -> notes.add(warning.in(Language.ZH)));
    return notes;
  }

  private static String problemsNote(List<FileFinding> problems) {
    long notices =
        problems.stream()
            .filter(problem -> problem.finding().code().severity() == Severity.NOTICE)
            .count();
    return say("progress.problems.note", count(problems.size() - notices), count(notices));
  }

  private Set<Lateness> lateness(ProgressRow row) {
    return row.lateness(deadline, heading.businessDate());
  }

  private void add(TableRows rows, ProgressRow row, AgencyTelephones telephones)
      throws IOException {
    rows.row(!row.isDone() && !lateness(row).isEmpty())
        .text(row.employerCode())
        .text(row.employerName())
        .text(row.agency())
        .text(telephones.of(row.agency()));
    if (row.version().isPresent()) {
      rows.number(row.version().get());
    } else {
      rows.blank();
    }
    rows.text(row.turn().title());
    if (row.stateDate().isPresent()) {
      rows.date(row.stateDate().get());
    } else {
      rows.blank();
    }
    rows.text(nextStep(row)).text(opinion(row));
  }

  /** Who does what next, which version is in force meanwhile, and what is late. */
  private String nextStep(ProgressRow row) {
    String missing =
        row.incomplete().map(finding -> FindingText.sentence(finding, Language.ZH)).orElse("");
    String meanwhile =
        row.inForce()
            .filter(inForce -> !row.version().equals(Optional.of(inForce.version())))
            .map(inForce -> say("progress.in-force", Integer.toString(inForce.version())))
            .orElse("");
    Set<Lateness> late = lateness(row);
    String marks =
        late.isEmpty()
            ? ""
            : say(
                "progress.late",
                late.stream().map(Lateness::title).collect(Collectors.joining("、")));
    String key = row.turn().key();
    return say("progress.next." + key + (retirees && OF_RETIREES.contains(key) ? ".retirees" : ""))
        + missing
        + meanwhile
        + marks;
  }

  /** The reviewer's words; until there are some on a new version, why it was asked for. */
  private static String opinion(ProgressRow row) {
    return row.inForce()
        .filter(inForce -> row.opinion().isEmpty())
        .filter(inForce -> inForce.state() == DeclarationState.REOPENED)
        .map(inForce -> say("progress.reopened-for", inForce.opinion()))
        .orElse(row.opinion());
  }
}
