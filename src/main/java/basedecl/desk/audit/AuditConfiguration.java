package basedecl.desk.audit;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.RulesShelf;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.run.RunLedger;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor's pages and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, EmployerController.class, AssessController.class})
public class AuditConfiguration {

  @Bean
  ListPages auditLists(RulesShelf shelf, JdbcTemplate template, DeskSettings desk) {
    return new ListPages(shelf, template, desk);
  }

  @Bean
  ListWorkbooks auditListWorkbooks(RulesShelf shelf, JdbcTemplate template, DeskFolders folders) {
    return new ListWorkbooks(shelf, template, folders.answers());
  }

  @Bean
  AuditPeople auditPeople(RulesShelf shelf, JdbcTemplate template) {
    return new AuditPeople(shelf, template);
  }

  @Bean
  Notices notices(JdbcTemplate template, DeskSettings desk) {
    return new Notices(template, new RunLedger(JdbcClient.create(template)), desk);
  }

  @Bean
  Outcomes auditOutcomes(JdbcTemplate template, DeskSettings desk) {
    return new Outcomes(template, desk);
  }

  /** Before the first page is served, what was handed in and not taken is to be taken. */
  @Bean
  Assessments assessments(DeskFolders folders, JdbcTemplate template, RunDesk runs)
      throws IOException {
    Assessments assessments =
        new Assessments(
            folders.root().resolve("assessments"), new LineFindingLedger(template), runs);
    assessments.reconcile();
    return assessments;
  }

  @Bean
  EmployerPages auditedEmployers(
      RulesShelf shelf,
      JdbcTemplate template,
      Notices notices,
      Assessments assessments,
      DeskSettings desk) {
    return new EmployerPages(shelf, template, notices, assessments, desk.zone());
  }

  @Bean
  AuditWaiting auditWaiting(JdbcTemplate template, DeskSettings desk) {
    return new AuditWaiting(template, desk);
  }
}
