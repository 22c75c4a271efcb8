package basedecl.cli.ledger;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.IdNumber;
import basedecl.person.TypedIdNumber;
import basedecl.policy.NationalRules;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** An {@link OpenLedger} with the day a look-up stands for and the policies. */
public final class LedgerSession implements AutoCloseable {

  private final OpenLedger ledger;
  private final LocalDate day;
  private final PolicyBook policies;

  private LedgerSession(OpenLedger ledger, LocalDate day, PolicyBook policies) {
    this.ledger = ledger;
    this.day = day;
    this.policies = policies;
  }

  /** Opens the ledger that {@code --set database=…} names; one that does not exist is refused. */
  public static LedgerSession open(String command, Map<String, String> set) {
    JobSettings settings =
        JobFile.ofCommandLine(set)
            .settings(
                command,
                List.of(CommonKeys.DATABASE, CommonKeys.BUSINESS_DATE, CommonKeys.POLICIES));
    String url = settings.text(CommonKeys.DATABASE);
    PolicyBook policies = PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES));
    LocalDate day = settings.businessDate(LocalDate.now(ZoneId.systemDefault()));
    return new LedgerSession(
        OpenLedger.at(url, System.getenv(), Message.of("cli.no-ledger", url)), day, policies);
  }

  public JdbcTemplate jdbc() {
    return ledger.template();
  }

  public LocalDate day() {
    return day;
  }

  public PolicyBook policies() {
    return policies;
  }

  public NationalRules national() {
    return policies.national();
  }

  /** An identity number as typed; 15 digits are as good as 18. */
  public IdNumber person(String typed, Language language) {
    return TypedIdNumber.read(typed, day, language);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
