package basedecl.desk.edit;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Housekeeping;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.UploadChecks;
import basedecl.ledger.draft.DraftLedger;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.YearLedger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of a declaration that is typed, and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({EditController.class, TemplateController.class})
public class EditConfiguration {

  @Bean
  LastPeople lastPeople(JdbcTemplate template) {
    return new LastPeople(new YearLedger(template), new MonthsInServiceLedger(template));
  }

  @Bean
  FilledTemplates filledTemplates(LastPeople last, RulesShelf shelf, DeskFolders folders) {
    return new FilledTemplates(last, shelf, folders);
  }

  @Bean
  Drafts drafts(
      JdbcTemplate template,
      DataSource database,
      Submissions submissions,
      UploadChecks checks,
      DeskFolders folders,
      DeskSettings desk) {
    return new Drafts(
        new DraftLedger(template),
        new TransactionTemplate(new JdbcTransactionManager(database)),
        submissions,
        checks,
        folders,
        desk);
  }

  @Bean
  Housekeeping.Chore oldDrafts(Drafts drafts) {
    return drafts::forgetOld;
  }

  @Bean
  EditPages editPages(RulesShelf shelf, Drafts drafts, LastPeople last, DeskSettings desk) {
    return new EditPages(shelf, drafts, last, desk);
  }
}
