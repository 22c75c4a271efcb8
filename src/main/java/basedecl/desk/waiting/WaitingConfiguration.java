package basedecl.desk.waiting;

import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.SearchLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of what waits for whom and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({WaitingController.class, RemindersController.class, SearchController.class})
public class WaitingConfiguration {

  @Bean
  WaitingPage.Source waitingPages(JdbcTemplate template) {
    return new WaitingPage.Source(new LookupLedger(template));
  }

  @Bean
  Reminders reminders(JdbcTemplate template) {
    return new Reminders(new ProcedureLedger(template));
  }

  @Bean
  SearchPage.Source searchPages(JdbcTemplate template, RulesShelf shelf) {
    return new SearchPage.Source(new SearchLedger(template), new ProcedureLedger(template), shelf);
  }
}
