package basedecl.desk.review;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.HomeNote;
import basedecl.ledger.review.ReviewQueue;
import basedecl.ledger.review.ReviewQueue.Filter;
import basedecl.ledger.review.ReviewQueue.Shelf;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.report.ReportTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What waits for a reviewer, of staff in service and of retirees; what is late stands out. */
final class ReviewWaiting implements HomeNote.Source {

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final DeskSettings desk;

  ReviewWaiting(ReviewQueue queue, Decisions decisions, DeskSettings desk) {
    this.queue = queue;
    this.decisions = decisions;
    this.desk = desk;
  }

  @Override
  public List<HomeNote> of(Account account, Language language) {
    return account.role() == Role.REVIEWER
        ? Arrays.stream(Population.values())
            .map(population -> note(account.agency(), population, language))
            .toList()
        : List.of();
  }

  private HomeNote note(Optional<String> agency, Population population, Language language) {
    Filter all = new Filter(decisions.scope(population), agency, Optional.empty(), "");
    ReviewQueue.Counts counts = queue.counts(all, QueuePages.lateSince(desk.businessDate()));
    return new HomeNote(
        Message.of(
                population == Population.RETIREES
                    ? "desk.declare.of-retirees"
                    : "desk.declare.of-employees")
            .in(language),
        Message.of(
                "desk.review.home",
                ReportTexts.count(counts.on(Shelf.TO_DECIDE)),
                ReportTexts.count(counts.late()),
                ReportTexts.count(counts.on(Shelf.DECIDED)))
            .in(language),
        "/review?population=" + population.word(),
        Message.of("desk.home.go").in(language),
        counts.late() > 0);
  }
}
