package basedecl.desk.result;

import basedecl.desk.page.DeskSettings;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The result's page and what it stands on. */
@Configuration(proxyBeanMethods = false)
@Import(ResultController.class)
public class ResultConfiguration {

  /** Before the first page is served, what was handed in and not taken is to be taken. */
  @Bean
  Confirmations confirmations(JdbcTemplate template, RunDesk runs, DeskSettings desk)
      throws IOException {
    Confirmations confirmations =
        new Confirmations(
            desk.keys().path(CommonKeys.WORK).resolve("confirmations"),
            new ProcedureLedger(template),
            runs);
    confirmations.reconcile(desk.policy().name(), desk.year());
    return confirmations;
  }

  @Bean
  ResultPage.Source resultPages(Confirmations confirmations, JdbcTemplate template) {
    return new ResultPage.Source(
        confirmations, new ProcedureLedger(template), new YearLedger(template));
  }
}
