package basedecl.desk.dues;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of dues and what it stands on. */
@Configuration(proxyBeanMethods = false)
@Import(DuesController.class)
public class DuesConfiguration {

  @Bean
  DuesPage.Source duesPages(JdbcTemplate template) {
    return new DuesPage.Source(template);
  }
}
