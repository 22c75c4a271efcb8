package basedecl.desk.counter;

import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.CodeLetters;
import basedecl.ledger.account.AccountLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The agency's pages for those who pay alone and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({
  LettersController.class,
  PaperController.class,
  HistoryController.class,
  DueSoonController.class
})
public class CounterConfiguration {

  @Bean
  CodeLetters codeLetters(JdbcTemplate template, AccountLedger accounts) {
    return new CodeLetters(new AccountChanges(template, accounts));
  }

  @Bean
  DueSoon.Source dueSoon(JdbcTemplate template, Offers offers, DeskSettings desk) {
    return new DueSoon.Source(template, offers, desk);
  }
}
