package basedecl.desk.review;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Pager;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.ReviewQueue;
import basedecl.ledger.review.ReviewQueue.Filter;
import basedecl.ledger.review.ReviewQueue.Shelf;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.rule.Deadline;
import basedecl.report.ReportTexts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the pages of the queue. */
final class QueuePages {

  /** Declarations of a page. */
  static final int ROWS = 50;

  private final ReviewQueue queue;
  private final RosterLedger roster;
  private final Decisions decisions;
  private final ReviewRuns runs;
  private final RulesShelf shelf;
  private final DeskSettings desk;

  QueuePages(
      ReviewQueue queue,
      RosterLedger roster,
      Decisions decisions,
      ReviewRuns runs,
      RulesShelf shelf,
      DeskSettings desk) {
    this.queue = queue;
    this.roster = roster;
    this.decisions = decisions;
    this.runs = runs;
    this.shelf = shelf;
    this.desk = desk;
  }

  QueuePage page(SignedIn who, QueueView asked, Language language) {
    Optional<String> own = who.account().agency();
    QueueView view = own.map(asked::inAgency).orElse(asked);
    LocalDate today = desk.businessDate();
    Filter filter = filter(view, view.until(today));
    ReviewQueue.Counts counts = queue.counts(filter, lateSince(today));
    long total = counts.on(view.shelf());
    Pager pager = Pager.of(view.page(), total, ROWS);
    long offset = pager.skipped(ROWS);
    List<ReviewQueue.Row> rows = queue.page(filter, view.shelf(), offset, ROWS);
    return new QueuePage(
        view.on(pager.page()),
        own.isPresent(),
        own.isPresent() ? List.of() : roster.agencies(),
        QueueView.DAYS,
        Arrays.stream(Shelf.values())
            .map(each -> choice(each, counts.on(each), view, language))
            .toList(),
        ReportTexts.count(total),
        ReportTexts.count(total == 0 ? 0 : offset + 1),
        ReportTexts.count(offset + rows.size()),
        ReportTexts.count(counts.late()),
        QueueView.LATE_DAYS,
        lastDay(shelf.current(), language),
        pager,
        view.shelf() == Shelf.TO_DECIDE && !rows.isEmpty(),
        runs.isUnderWay(view.population()),
        runs.lastFailed(view.population())
            .map(ended -> ended.outcome().sentence(language).in(language))
            .orElse(""),
        counts.on(Shelf.DECIDED),
        ReviewPage.Choice.openIn(DeclarationState.UNDER_REVIEW, language),
        rows(rows, today, language));
  }

  private Filter filter(QueueView view, Optional<LocalDate> until) {
    return new Filter(
        decisions.scope(view.population()),
        Optional.of(view.agency()).filter(agency -> !agency.isEmpty()),
        until,
        view.employer());
  }

  /** Since when a declaration has been waiting that is late. */
  static LocalDate lateSince(LocalDate today) {
    return today.minusDays(QueueView.LATE_DAYS);
  }

  private static QueuePage.Choice choice(
      Shelf each, long count, QueueView view, Language language) {
    return new QueuePage.Choice(
        QueueView.word(each),
        Message.of("desk.review.shelf." + each).in(language),
        ReportTexts.count(count),
        each == view.shelf());
  }

  private List<QueuePage.Row> rows(List<ReviewQueue.Row> rows, LocalDate today, Language language) {
    Set<Long> decided =
        rows.stream()
            .filter(row -> row.decided().isPresent())
            .map(ReviewQueue.Row::declarationId)
            .collect(Collectors.toSet());
    Map<Long, DeskDecision> waiting =
        decided.isEmpty()
            ? Map.of()
            : decisions.waitingFor(decided).stream()
                .collect(Collectors.toMap(DeskDecision::declarationId, Function.identity()));
    DeclarationDeadline deadline =
        DeclarationDeadline.of(shelf.current().policy(), shelf.current().year());
    return rows.stream()
        .map(
            row ->
                row(
                    row,
                    Optional.ofNullable(waiting.get(row.declarationId())),
                    deadline,
                    today,
                    language))
        .toList();
  }

  private QueuePage.Row row(
      ReviewQueue.Row row,
      Optional<DeskDecision> waiting,
      DeclarationDeadline deadline,
      LocalDate today,
      Language language) {
    long days = Math.max(0, ChronoUnit.DAYS.between(row.since(), today));
    return new QueuePage.Row(
        new Seen(row.declarationId(), row.state()).toString(),
        row.employerCode(),
        row.employerName(),
        row.agency(),
        Integer.toString(row.version()),
        Message.of("explain.state." + row.state()).in(language),
        row.since().toString(),
        ReportTexts.count(days),
        row.state() == DeclarationState.UNDER_REVIEW
            && row.decided().isEmpty()
            && days >= QueueView.LATE_DAYS,
        ReportTexts.count(row.persons()),
        deadline.lateness(row.course(), today).stream()
            .map(late -> Message.of("desk.review.lateness." + late).in(language))
            .collect(Collectors.joining("、")),
        waiting.map(decided -> words(decided, language)).orElse(""),
        waiting.map(decided -> Long.toString(decided.id())).orElse(""));
  }

  private String words(DeskDecision decided, Language language) {
    return Message.of(
            "desk.review.decided-by",
            Message.of("desk.review.decision." + decided.decision()).in(language),
            decided.by(),
            decisions.time(decided.at()))
        .in(language);
  }

  static String lastDay(Rules rules, Language language) {
    return rules
        .policy()
        .deadlineFor(YearMonth.of(rules.year(), 1))
        .map(Deadline::stated)
        .map(stated -> rules.policy().lastDays().words(stated).in(language))
        .orElse("");
  }
}
