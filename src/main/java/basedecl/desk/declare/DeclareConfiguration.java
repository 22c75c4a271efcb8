package basedecl.desk.declare;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.CheckPlaces;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Housekeeping;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.UploadChecks;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The clerk's pages and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({
  DeclareController.class,
  UploadController.class,
  CheckController.class,
  ConfirmController.class,
  ReceiptController.class,
  DeclareErrors.class
})
public class DeclareConfiguration {

  /** Small files wait for each other's end, which is soon; large ones take memory. */
  private static final int PLACES = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  RulesShelf rulesShelf(DeskSettings desk, JdbcTemplate template) throws IOException {
    return new RulesShelf(desk, template);
  }

  @Bean
  DeskFolders deskFolders(DeskSettings desk) throws IOException {
    DeskFolders folders = DeskFolders.in(desk.keys().path(CommonKeys.WORK));
    folders.create();
    return folders;
  }

  @Bean
  Clerks clerks(RulesShelf shelf) {
    return new Clerks(shelf);
  }

  /** Pages take whose declaration they are about as an argument. */
  @Bean
  WebMvcConfigurer chosenEmployer(Clerks clerks) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ChosenEmployer(clerks));
      }
    };
  }

  @Bean
  UploadChecks uploadChecks(RulesShelf shelf, DeskFolders folders, JdbcTemplate template) {
    return new UploadChecks(shelf, folders, template, new CheckPlaces(PLACES, PATIENCE));
  }

  /** Before the first page is served, what a kill cut off goes on. */
  @Bean
  Submissions submissions(
      DeskFolders folders,
      JdbcTemplate template,
      DataSource ledger,
      DeskSettings desk,
      Submissions.Taker taker)
      throws IOException {
    Submissions submissions =
        new Submissions(
            folders,
            template,
            new TransactionTemplate(new JdbcTransactionManager(ledger)),
            desk.clock(),
            taker);
    submissions.reconcile();
    return submissions;
  }

  @Bean
  Housekeeping.Chore oldUploads(Submissions submissions) {
    return submissions::forgetOld;
  }

  @Bean
  Housekeeping housekeeping(List<Housekeeping.Chore> chores) {
    return new Housekeeping(chores);
  }

  @Bean
  DeclarePage.Source declarePages(
      RulesShelf shelf, Submissions submissions, JdbcTemplate template, DeskSettings desk) {
    return new DeclarePage.Source(
        shelf, submissions, new ProcedureLedger(template), new YearLedger(template), desk.zone());
  }

  @Bean
  Waiting.Source waiting(Clerks clerks, DeclarePage.Source pages) {
    return new Waiting.Source(clerks, pages);
  }
}
