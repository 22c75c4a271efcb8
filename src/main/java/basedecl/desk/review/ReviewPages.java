package basedecl.desk.review;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.desk.declare.Figures;
import basedecl.desk.material.MaterialsShelf;
import basedecl.desk.material.Scan;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.paper.Papers;
import basedecl.desk.result.Course;
import basedecl.desk.review.ReviewPage.Decided;
import basedecl.desk.review.ReviewPage.Figure;
import basedecl.desk.review.ReviewPage.Line;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.MaterialLedger.Material;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import basedecl.workbook.ShownRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the pages of single employers. */
final class ReviewPages {

  /** The one column of the summary that changes after it was printed. */
  private static final String STATE = "状态";

  private static final BigDecimal KIBIBYTE = BigDecimal.valueOf(1 << 10);

  private final Decisions decisions;
  private final ReviewRuns runs;
  private final Papers papers;
  private final MaterialsShelf scans;
  private final ProcedureLedger procedures;
  private final MaterialLedger materials;
  private final YearLedger year;
  private final RulesShelf shelf;
  private final DeskSettings desk;

  ReviewPages(
      Decisions decisions,
      ReviewRuns runs,
      Papers papers,
      MaterialsShelf scans,
      Ledgers ledgers,
      RulesShelf shelf,
      DeskSettings desk) {
    this.decisions = decisions;
    this.runs = runs;
    this.papers = papers;
    this.scans = scans;
    this.procedures = ledgers.procedures();
    this.materials = ledgers.materials();
    this.year = ledgers.year();
    this.shelf = shelf;
    this.desk = desk;
  }

  /** Where declarations stand and what they hold. */
  record Ledgers(ProcedureLedger procedures, MaterialLedger materials, YearLedger year) {}

  /**
   * @param scan the name of the scan to show; the first one where it is none
   */
  ReviewPage page(
      SignedIn who, Population population, ProcedureRecord standing, String scan, Language language)
      throws IOException {
    Rules rules = shelf.current();
    For whom =
        new For(
            who.account().id(),
            rules.policy().name(),
            rules.year(),
            population,
            standing.employerCode());
    List<VersionRecord> versions =
        year.versions(whom.policy(), whom.year(), population, standing.employerCode());
    VersionRecord newest =
        versions.stream()
            .filter(version -> version.declaration().id() == standing.declarationId())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("A standing version is not there"));
    Papers.Printable printable = papers.of(whom, newest);
    ShownRows.Shown summary = printable.shown(Papers.Kind.SUMMARY);
    List<DeskDecision> taken = decisions.ofEmployer(population, standing.employerCode());
    Optional<DeskDecision> waiting =
        taken.stream()
            .filter(each -> each.standing() == DeskDecision.Standing.WAITING)
            .filter(each -> each.declarationId() == standing.declarationId())
            .findFirst();
    return new ReviewPage(
        standing.employerCode(),
        standing.employerName(),
        population.word(),
        population == Population.RETIREES,
        standing.agency(),
        AgencyTelephones.of(rules.policy()).of(standing.agency()),
        standing.version().map(Object::toString).orElse(""),
        Message.of("explain.state." + standing.state()).in(language),
        standing.stateDate().toString(),
        Message.of("desk.review.may." + (waiting.isPresent() ? "DECIDED" : standing.state().name()))
            .in(language),
        QueuePages.lastDay(rules, language),
        lateness(standing, rules, language),
        inForce(standing, language),
        new Seen(standing.declarationId(), standing.state()).toString(),
        summary.sheet().mark(),
        figures(summary),
        summary.sheet().warnings(),
        Figures.of(printable.declaration().persons()).text(),
        Figures.of(printable.declaration().declaredTotal()).text(),
        Figures.of(printable.declaration().baseTotal()).text(),
        scans(standing, scan, language),
        waiting.isPresent() ? List.of() : ReviewPage.Choice.openIn(standing.state(), language),
        waiting.map(each -> decided(each, language)),
        runs.isUnderWay(population),
        Course.of(versions, procedures, language),
        taken.stream().map(each -> decided(each, language)).toList());
  }

  /** The columns of the summary's one line that are filled in. */
  private static List<Figure> figures(ShownRows.Shown summary) {
    List<Figure> figures = new ArrayList<>();
    List<String> line = summary.rows().get(0);
    for (int i = 0; i < line.size(); i++) {
      String title = summary.sheet().columns().get(i).name();
      if (!line.get(i).isEmpty() && !title.equals(STATE)) {
        figures.add(new Figure(title, line.get(i)));
      }
    }
    return figures;
  }

  private String lateness(ProcedureRecord standing, Rules rules, Language language) {
    return DeclarationDeadline.of(rules.policy(), rules.year())
        .lateness(standing.course(), desk.businessDate())
        .stream()
        .map(late -> Message.of("desk.review.lateness." + late).in(language))
        .collect(Collectors.joining("、"));
  }

  private static String inForce(ProcedureRecord standing, Language language) {
    return standing
        .inForce()
        .filter(inForce -> !standing.version().equals(Optional.of(inForce.version())))
        .map(
            inForce ->
                Message.of("report.progress.in-force", Integer.toString(inForce.version()))
                    .in(language))
        .orElse("");
  }

  private Decided decided(DeskDecision decision, Language language) {
    return new Decided(
        Long.toString(decision.id()),
        Integer.toString(decision.version()),
        Message.of("desk.review.decision." + decision.decision()).in(language),
        decision.opinion(),
        decision.by(),
        decisions.time(decision.at()),
        standing(decision, language));
  }

  private String standing(DeskDecision decision, Language language) {
    String run = decision.run().isPresent() ? Long.toString(decision.run().getAsLong()) : "";
    return switch (decision.standing()) {
      case WAITING -> Message.of("desk.review.standing.waiting").in(language);
      case USED -> Message.of("desk.review.standing.used", run).in(language);
      case REFUSED -> Message.of("desk.review.standing.refused", run).in(language);
      case UNDONE ->
          Message.of(
                  "desk.review.standing.undone",
                  decision.undone().map(DeskDecision.Undone::by).orElse(""),
                  decision.undone().map(undone -> decisions.time(undone.at())).orElse(""))
              .in(language);
    };
  }

  private ReviewPage.Scans scans(ProcedureRecord standing, String name, Language language)
      throws IOException {
    List<Line> here =
        scans.scans(standing.declarationId(), standing.employerCode()).stream()
            .sorted(Comparator.comparing(Scan::kind).thenComparing(Scan::name))
            .map(scan -> line(scan, language))
            .toList();
    List<Line> elsewhere =
        here.isEmpty()
            ? materials.of(standing.declarationId()).stream()
                .map(material -> line(material, language))
                .toList()
            : List.of();
    return new ReviewPage.Scans(
        Long.toString(standing.declarationId()),
        here,
        elsewhere,
        here.stream()
            .filter(line -> line.name().equals(name))
            .findFirst()
            .or(() -> here.stream().findFirst()));
  }

  private static Line line(Scan scan, Language language) {
    return new Line(
        scan.name(), kind(scan.kind().word(), language), scan.format().name(), size(scan.bytes()));
  }

  private static Line line(Material material, Language language) {
    return new Line(
        material.fileName(),
        kind(material.kind().toLowerCase(Locale.ROOT), language),
        material.format(),
        size(material.size()));
  }

  private static String kind(String word, Language language) {
    return Message.of("desk.materials.kind." + word).in(language);
  }

  private static String size(long bytes) {
    return BigDecimal.valueOf(bytes).divide(KIBIBYTE, 0, RoundingMode.UP).toPlainString();
  }
}
