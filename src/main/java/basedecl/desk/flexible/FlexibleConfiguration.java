package basedecl.desk.flexible;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.job.desk.RunDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages for those who pay alone and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({QuoteController.class, ElectionController.class})
public class FlexibleConfiguration {

  @Bean
  Offers offers(DeskSettings desk) {
    return new Offers(desk);
  }

  @Bean
  Payer.Source payers(JdbcTemplate template, DeskSettings desk) {
    return new Payer.Source(template, desk);
  }

  @Bean
  DeskElections deskElections(
      JdbcTemplate template, Offers offers, RunDesk runs, Recorder recorder, DeskSettings desk) {
    DeskElections elections = new DeskElections(template, offers, runs, recorder, desk);
    elections.takeWhatWaits();
    return elections;
  }
}
