package basedecl.desk.paper;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.RulesShelf;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The papers' pages and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import(PaperController.class)
public class PaperConfiguration {

  @Bean
  Papers papers(JdbcTemplate template, RulesShelf shelf, DeskSettings desk) throws IOException {
    return new Papers(
        template, shelf, desk.keys().path(CommonKeys.WORK).resolve("desk").resolve("papers"));
  }
}
