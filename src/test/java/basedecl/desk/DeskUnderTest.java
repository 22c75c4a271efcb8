package basedecl.desk;

import basedecl.account.Account;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Limits;
import basedecl.job.desk.RunDesk;
import basedecl.job.run.Rulebook;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.person.IdNumber;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** A desk on a port of its own, with a ledger of its own and a clock that tests move. */
public final class DeskUnderTest implements AutoCloseable {

  /** What the accounts made here sign in with. */
  public static final String PASSWORD = "七里山塘 lantern 4 swims";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-07-01T01:00:00Z"));
  private final SplittableRandom random = new SplittableRandom(16);
  private final HikariDataSource ledger;
  private final DeskServer server;
  private final AccountLedger accounts;
  private final Path work;

  private DeskUnderTest(Path folder, UnaryOperator<Limits> limits, String... set)
      throws IOException {
    this.work = folder.resolve("work");
    List<String> values =
        new ArrayList<>(
            List.of(
                "port=0",
                "work=" + work,
                "output=" + folder.resolve("output"),
                "database=jdbc:h2:file:" + folder.resolve("ledger")));
    values.addAll(Arrays.asList(set));
    DeskSettings settings =
        settings(
            values.stream()
                .map(value -> value.split("=", 2))
                .collect(
                    Collectors.toMap(pair -> pair[0], pair -> pair[1], (usual, other) -> other)),
            now::get);
    JobSettings keys = settings.keys();
    this.ledger = LedgerDatabase.openMigrated(keys.text(CommonKeys.DATABASE), 16, Map.of());
    this.accounts = new AccountLedger(template(), SecretSeal.of(Map.of()));
    this.server =
        DeskServer.start(
            settings,
            ledger,
            Map.of("BASEDECL_TLS_PASSWORD", "desk-under-test"),
            limits.apply(Limits.of(keys.count(CommonKeys.MAX_FILE_BYTES))));
  }

  /** What {@code jobs/desk.yaml} says with some keys changed. */
  static DeskSettings settings(Map<String, String> set, InstantSource clock) {
    JobFile file = JobFile.read(Path.of("jobs/desk.yaml"), set);
    JobSettings keys = file.settings(file.job(List.of(DeskKeys.JOB)), DeskKeys.all());
    PolicyBook policies = PolicyFiles.load(keys.optionalPath(CommonKeys.POLICIES));
    return new DeskSettings(
        keys, policies, Rulebook.of(keys, policies).first(), clock, ZoneId.of("Asia/Shanghai"));
  }

  public static DeskUnderTest start(Path folder, String... set) throws IOException {
    return new DeskUnderTest(folder, UnaryOperator.identity(), set);
  }

  public static DeskUnderTest start(Path folder, UnaryOperator<Limits> limits) throws IOException {
    return new DeskUnderTest(folder, limits);
  }

  /** A page's whole address. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  public int port() {
    return server.port();
  }

  /** Through which this desk runs jobs, as the centre's own pages start them. */
  public RunDesk runs() {
    return server.runs();
  }

  public Path work() {
    return work;
  }

  public AccountLedger accounts() {
    return accounts;
  }

  public JdbcTemplate template() {
    return LedgerDatabase.template(ledger);
  }

  public Instant now() {
    return Objects.requireNonNull(now.get());
  }

  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** An account of that role with a one-time password, which it returns. */
  public OneTimePassword newAccount(String name, Role role) {
    OneTimePassword password = OneTimePassword.draw(random);
    SignInName signInName = new SignInName(name);
    NewAccount account =
        switch (role) {
          case CLERK -> NewAccount.clerk(signInName, List.of("0370700001"));
          case PERSON -> NewAccount.person(signInName, new IdNumber("370702199001010012"));
          default -> NewAccount.ofCentre(signInName, role, Optional.empty());
        };
    accounts.add(account, password, now().plus(OneTimePassword.VALID));
    return password;
  }

  /** An account ready to sign in with {@link #PASSWORD}; the centre's with a second factor. */
  public Ready ready(String name, Role role) {
    newAccount(name, role);
    Account account = accounts.find(name).orElseThrow();
    accounts.changePassword(account.id(), PASSWORD);
    Optional<OneTimeSecret> secret = Optional.empty();
    if (role.needsSecondFactor()) {
      secret = Optional.of(OneTimeSecret.draw(random));
      accounts.enrol(account.id(), secret.get(), 0);
    }
    return new Ready(name, secret);
  }

  /** What somebody needs to sign in. */
  public record Ready(String name, Optional<OneTimeSecret> secret) {}

  @Override
  public void close() {
    server.close();
    ledger.close();
  }
}
