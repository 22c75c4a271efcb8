package basedecl.desk.policy;

import basedecl.desk.page.DeskSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of policies and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({PolicyController.class, TrialController.class})
public class PolicyConfiguration {

  @Bean
  Policies policies(DeskSettings desk) {
    return new Policies(desk);
  }

  @Bean
  Trials trials(JdbcTemplate template, DeskSettings desk) {
    return new Trials(template, desk);
  }
}
