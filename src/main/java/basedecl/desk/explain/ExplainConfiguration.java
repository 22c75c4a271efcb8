package basedecl.desk.explain;

import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.year.RosterLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of explanations. */
@Configuration(proxyBeanMethods = false)
@Import(ExplainController.class)
public class ExplainConfiguration {

  @Bean
  EmployersSeen employersSeen(JdbcTemplate template) {
    return new EmployersSeen(new RosterLedger(template));
  }

  @Bean
  Explanations explanations(RulesShelf shelf, JdbcTemplate template) {
    return new Explanations(shelf, template);
  }
}
