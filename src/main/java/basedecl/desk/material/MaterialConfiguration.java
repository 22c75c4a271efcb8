package basedecl.desk.material;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The scans' pages and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({MaterialController.class, ScanController.class})
public class MaterialConfiguration {

  @Bean
  MaterialsShelf materialsShelf(DeskSettings desk) throws IOException {
    return new MaterialsShelf(
        desk.keys().path(CommonKeys.WORK).resolve("materials"),
        desk.keys().count(CommonKeys.MAX_MATERIAL_BYTES));
  }

  /** Before the first page is served, what was submitted and not taken is to be taken. */
  @Bean
  Materials materials(
      MaterialsShelf shelf, JdbcTemplate template, RunDesk runs, DeskSettings desk) {
    Materials materials = new Materials(shelf, new ProcedureLedger(template), runs);
    materials.reconcile(desk.policy().name(), desk.year());
    return materials;
  }

  @Bean
  ScanAnswers scanAnswers(MaterialsShelf shelf, Recorder recorder) {
    return new ScanAnswers(shelf, recorder);
  }

  @Bean
  YearLedger yearLedger(JdbcTemplate template) {
    return new YearLedger(template);
  }
}
