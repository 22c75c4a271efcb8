package basedecl.desk.version;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions;
import basedecl.ledger.account.AccountLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of accepted versions. */
@Configuration(proxyBeanMethods = false)
@Import(VersionController.class)
public class VersionConfiguration {

  @Bean
  VersionPages versionPages(
      RulesShelf shelf,
      JdbcTemplate template,
      Submissions submissions,
      AccountLedger accounts,
      DeskSettings desk) {
    return new VersionPages(shelf, template, submissions, accounts, desk);
  }
}
