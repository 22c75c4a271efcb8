package basedecl.desk.review;

import basedecl.desk.material.MaterialsShelf;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.paper.Papers;
import basedecl.desk.security.Recorder;
import basedecl.desk.submission.RulesShelf;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ReviewQueue;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The reviewers' pages and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({QueueController.class, ReviewController.class})
public class ReviewConfiguration {

  @Bean
  ReviewQueue reviewQueue(JdbcTemplate template) {
    return new ReviewQueue(template);
  }

  @Bean
  ReviewRuns reviewRuns(RunDesk runs) {
    return new ReviewRuns(runs);
  }

  @Bean
  Decisions decisions(JdbcTemplate template, Recorder recorder, DeskSettings desk) {
    return new Decisions(
        new ProcedureLedger(template), new DecisionLedger(template), recorder, desk);
  }

  @Bean
  QueuePages queuePages(
      ReviewQueue queue,
      JdbcTemplate template,
      Decisions decisions,
      ReviewRuns runs,
      RulesShelf shelf,
      DeskSettings desk) {
    return new QueuePages(queue, new RosterLedger(template), decisions, runs, shelf, desk);
  }

  @Bean
  ReviewPages reviewPages(
      Decisions decisions,
      ReviewRuns runs,
      Papers papers,
      MaterialsShelf scans,
      JdbcTemplate template,
      RulesShelf shelf,
      DeskSettings desk) {
    return new ReviewPages(
        decisions,
        runs,
        papers,
        scans,
        new ReviewPages.Ledgers(
            new ProcedureLedger(template), new MaterialLedger(template), new YearLedger(template)),
        shelf,
        desk);
  }

  @Bean
  ReviewWaiting reviewWaiting(ReviewQueue queue, Decisions decisions, DeskSettings desk) {
    return new ReviewWaiting(queue, decisions, desk);
  }
}
