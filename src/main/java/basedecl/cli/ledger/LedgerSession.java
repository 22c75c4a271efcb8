package basedecl.cli.ledger;

import basedecl.cell.CellValue;
import basedecl.cell.RowFault;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.policy.NationalRules;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger opened for a command that looks something up, with the day it stands for. */
public final class LedgerSession implements AutoCloseable {

  private static final String H2_FILE = "jdbc:h2:file:";

  private final HikariDataSource database;
  private final LocalDate day;
  private final NationalRules national;

  private LedgerSession(HikariDataSource database, LocalDate day, NationalRules national) {
    this.database = database;
    this.day = day;
    this.national = national;
  }

  /** Opens the ledger that {@code --set database=…} names; one that does not exist is refused. */
  public static LedgerSession open(String command, Map<String, String> set) {
    JobSettings settings =
        JobFile.ofCommandLine(set)
            .settings(
                command,
                List.of(CommonKeys.DATABASE, CommonKeys.BUSINESS_DATE, CommonKeys.POLICIES));
    String url = settings.text(CommonKeys.DATABASE);
    if (url.startsWith(H2_FILE)
        && !Files.exists(
            Path.of(url.substring(H2_FILE.length()).replaceFirst(";.*", "") + ".mv.db"))) {
      throw new RefusedException(Message.of("cli.no-ledger", url));
    }
    NationalRules national =
        PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES)).national();
    HikariDataSource database = LedgerDatabase.open(url, 2, System.getenv());
    try {
      LedgerDatabase.migrate(database, url);
    } catch (RuntimeException e) {
      database.close();
      throw new RefusedException(Message.of("job.database-failed", url), e);
    }
    return new LedgerSession(
        database, settings.businessDate(LocalDate.now(ZoneId.systemDefault())), national);
  }

  public JdbcTemplate jdbc() {
    return new JdbcTemplate(database);
  }

  public LocalDate day() {
    return day;
  }

  public NationalRules national() {
    return national;
  }

  /** An identity number as typed; 15 digits are as good as 18. */
  public IdNumber person(String typed, Language language) {
    IdReading reading =
        IdNumber.read(CellValue.Blank.BLANK, new CellValue.Text(typed.strip()), day);
    if (reading instanceof IdReading.Read read) {
      return read.number();
    }
    RowFault fault = ((IdReading.Refused) reading).faults().get(0);
    throw new RefusedException(
        Message.of(
            "cli.person-invalid",
            FindingText.sentence(fault.at("", SourceCell.WHOLE_FILE), language)));
  }

  @Override
  public void close() {
    database.close();
  }
}
