package basedecl.desk.bill;

import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.ledger.flexible.PersonLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of bills, payments and proofs and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({BillsController.class, PaymentsController.class, ProofController.class})
public class BillConfiguration {

  @Bean
  PayerWaiting payerWaiting(JdbcTemplate template, DeskSettings desk) {
    return new PayerWaiting(new PersonLedger(template), desk);
  }

  @Bean
  BillsPage.Source billsPages(JdbcTemplate template, Offers offers, DeskSettings desk) {
    return new BillsPage.Source(template, offers, desk);
  }
}
