package basedecl.desk.audit;

import basedecl.desk.page.DeskSettings;
import basedecl.ledger.audit.AuditList;
import basedecl.ledger.run.RunLedger;
import basedecl.report.audit.SelfCheckNotice;
import basedecl.settings.CommonKeys;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The letters that the last audit wrote, as long as they lie in the desk's output folder. */
final class Notices {

  private final AuditList list;
  private final RunLedger runs;
  private final Path output;
  private final int year;

  Notices(JdbcTemplate template, RunLedger runs, DeskSettings desk) {
    this.list = new AuditList(template, desk.policy().name(), desk.year());
    this.runs = runs;
    this.output = desk.keys().path(CommonKeys.OUTPUT);
    this.year = desk.year();
  }

  /** The letter to an employer. */
  Optional<Path> find(String employerCode) {
    Path file = Path.of("notices", SelfCheckNotice.fileName(employerCode, year));
    return list.newest()
        .filter(audit -> runs.hasArtifact(audit.run(), RunLedger.Direction.OUTPUT, file.toString()))
        .map(audit -> output.resolve(file))
        .filter(letter -> Files.isRegularFile(letter, LinkOption.NOFOLLOW_LINKS));
  }
}
