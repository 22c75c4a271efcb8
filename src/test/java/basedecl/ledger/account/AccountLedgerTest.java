package basedecl.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.account.Account;
import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInDelay;
import basedecl.account.SignInName;
import basedecl.declaration.Employer;
import basedecl.ledger.account.AccountSearch.Filter;
import basedecl.ledger.account.AccountSearch.Standing;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts, failures and the record in the ledger, on both kinds of database. */
@Tag("database")
class AccountLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final Instant NOW = Instant.parse("2026-07-01T01:02:03.456Z");
  private static final Instant UNTIL = NOW.plus(OneTimePassword.VALID);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final SecretSeal SEAL = SecretSeal.of(Map.of(SecretSeal.KEY, KEY));
  private static final OneTimePassword ONCE = OneTimePassword.draw(new SplittableRandom(1));

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void accountsFailuresAndTheRecordComeBackAsTheyWent(String kind, @TempDir Path folder)
      throws Exception {
    String url = kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("ledger") : MARIADB.url();
    try (HikariDataSource database = LedgerDatabase.open(url, 4, Map.of())) {
      LedgerDatabase.migrate(database, url);
      JdbcTemplate template = LedgerDatabase.template(database);
      names(new AccountLedger(template, SEAL));
      passwords(new AccountLedger(template, SEAL));
      secondFactors(new AccountLedger(template, SEAL), template);
      failures(new FailureLedger(template, SignInDelay.DEFAULT));
      manyFailuresAtOnce(new FailureLedger(template, SignInDelay.DEFAULT));
      events(new EventLedger(template));
      search(new AccountSearch(template), new AccountLedger(template, SEAL), template);
    }
  }

  private static void names(AccountLedger ledger) {
    IdNumber number = new IdNumber("370702199001010012");
    long clerk =
        ledger.add(
            NewAccount.clerk(new SignInName("Wang-Fang"), List.of("0370700002", "0370700001")),
            ONCE,
            UNTIL);
    ledger.add(NewAccount.person(new SignInName("李雷"), number), ONCE, UNTIL);
    ledger.add(
        NewAccount.ofCentre(new SignInName("a-reviewer"), Role.REVIEWER, Optional.of("奎文区")),
        ONCE,
        UNTIL);
    Account found = ledger.find(" wang-FANG ").orElseThrow();
    assertThat(found)
        .isEqualTo(
            new Account(
                clerk,
                new SignInName("Wang-Fang"),
                Role.CLERK,
                Optional.empty(),
                List.of("0370700001", "0370700002"),
                Optional.empty(),
                Account.State.ACTIVE,
                false,
                Optional.of(UNTIL),
                1));
    assertThat(ledger.find(clerk)).contains(found);
    assertThat(ledger.find("wang")).isEmpty();
    assertThat(ledger.find("李雷").orElseThrow().person()).contains(number);
    assertThat(ledger.all())
        .extracting(account -> account.name().text())
        .containsExactly("a-reviewer", "Wang-Fang", "李雷");
    assertThat(ledger.employersWithClerk()).containsExactlyInAnyOrder("0370700001", "0370700002");
    assertThatThrownBy(
            () -> ledger.add(NewAccount.clerk(new SignInName("WANG-fang"), List.of()), ONCE, UNTIL))
        .isInstanceOf(RefusedException.class)
        .hasMessage("account.name-taken");
  }

  private static void passwords(AccountLedger ledger) {
    long id = ledger.find("wang-fang").orElseThrow().id();
    assertThat(PasswordHashes.encoder().matches(ONCE.text(), ledger.passwordHash(id))).isTrue();
    ledger.changePassword(id, "长".repeat(40));
    String hash = ledger.passwordHash(id);
    assertThat(hash).startsWith("{pbkdf2-sha512-210000}").hasSizeLessThan(255);
    assertThat(PasswordHashes.encoder().matches("长".repeat(40), hash)).isTrue();
    assertThat(PasswordHashes.encoder().matches("长".repeat(39) + "短", hash)).isFalse();
    Account changed = ledger.find(id).orElseThrow();
    assertThat(changed.mustChangePassword()).isFalse();
    assertThat(changed.credentialsVersion()).isEqualTo(2);
    ledger.lock(id);
    assertThat(ledger.find(id).orElseThrow().isLocked()).isTrue();
    ledger.unlock(id);
    ledger.resetPassword(id, ONCE, UNTIL);
    assertThat(ledger.find(id).orElseThrow())
        .matches(Account::mustChangePassword)
        .matches(account -> !account.isLocked() && account.credentialsVersion() == 5);
    assertThat(PasswordHashes.encoder().matches(ONCE.text(), ledger.passwordHash(id))).isTrue();
    assertThat(ledger.find("李雷").orElseThrow().credentialsVersion()).isEqualTo(1);
  }

  private static void secondFactors(AccountLedger ledger, JdbcTemplate template) {
    long id = ledger.find("a-reviewer").orElseThrow().id();
    OneTimeSecret secret = OneTimeSecret.draw(new SplittableRandom(2));
    assertThat(ledger.secondFactor(id)).isEmpty();
    assertThat(ledger.lastStep(id)).isEmpty();
    assertThat(ledger.enrol(id, secret, 100)).isTrue();
    assertThat(ledger.enrol(id, OneTimeSecret.draw(new SplittableRandom(3)), 200)).isFalse();
    assertThat(ledger.find(id).orElseThrow().secondFactor()).isTrue();
    assertThat(ledger.secondFactor(id)).contains(secret);
    assertThat(ledger.lastStep(id)).hasValue(100);
    assertThat(ledger.useStep(id, 100)).isFalse();
    assertThat(ledger.useStep(id, 101)).isTrue();
    assertThat(ledger.useStep(id, 101)).isFalse();
    assertThat(template.queryForObject("SELECT MAX(totp_secret) FROM account", String.class))
        .startsWith("{aes-gcm}")
        .doesNotContain(secret.base32());
    assertThatThrownBy(() -> new AccountLedger(template, SecretSeal.of(Map.of())).secondFactor(id))
        .hasMessage("account.key-missing");
    ledger.removeSecondFactor(id);
    assertThat(ledger.secondFactor(id)).isEmpty();
    assertThat(ledger.useStep(id, 101)).isFalse();
  }

  private static void failures(FailureLedger ledger) {
    for (int i = 0; i < 10; i++) {
      ledger.failed(i % 2 == 0 ? "Li" : "ＬＩ ", "10.0.0.1", NOW);
    }
    assertThat(ledger.verdict("li", "10.0.0.2", NOW).locked()).isTrue();
    assertThat(ledger.verdict("nobody", "10.0.0.1", NOW).isAllowed(NOW)).isTrue();
    Instant open = NOW.plus(Duration.ofMinutes(30));
    assertThat(ledger.verdict("li", "10.0.0.2", open).isAllowed(open)).isTrue();
    ledger.failed("li", "10.0.0.1", open);
    assertThat(ledger.verdict("li", "10.0.0.2", open).locked()).isTrue();
    ledger.succeeded("li", "10.0.0.1");
    assertThat(ledger.verdict("li", "10.0.0.2", open).isAllowed(open)).isTrue();
    for (int i = 0; i < 90; i++) {
      ledger.failed("name" + i, "10.0.0.1", open);
    }
    assertThat(ledger.verdict("nobody", "10.0.0.1", open).locked()).isTrue();
    Instant nextDay = open.plus(Duration.ofDays(1));
    ledger.failed("nobody", "10.0.0.1", nextDay);
    assertThat(ledger.verdict("nobody", "10.0.0.1", nextDay).isAllowed(nextDay)).isTrue();
    ledger.clearForgotten(nextDay.plus(Duration.ofDays(1)));
    ledger.forget(new SignInName("li"));
  }

  private static void manyFailuresAtOnce(FailureLedger ledger) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 40; i++) {
      threads.execute(() -> ledger.failed("many", "10.0.0.9", NOW));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ledger.verdict("many", "10.0.0.8", NOW).locked()).isTrue();
    for (int i = 0; i < 59; i++) {
      ledger.failed("other" + i, "10.0.0.9", NOW);
    }
    assertThat(ledger.verdict("nobody", "10.0.0.9", NOW).locked()).isFalse();
    ledger.failed("other", "10.0.0.9", NOW);
    assertThat(ledger.verdict("nobody", "10.0.0.9", NOW).locked()).isTrue();
  }

  private static void events(EventLedger ledger) {
    Actor li = new Actor(OptionalLong.of(7), "李雷");
    Event first = event(NOW, li, EventKind.SIGNED_IN, EventSubject.NONE, Event.Result.DONE);
    Event second =
        event(
            NOW.plusSeconds(1),
            li,
            EventKind.NUMBER_REVEALED,
            EventSubject.person(new IdNumber("370702199001010012")),
            Event.Result.DONE);
    Event third =
        event(
            NOW.plusSeconds(2),
            Actor.NOBODY,
            EventKind.SIGN_IN_FAILED,
            EventSubject.employer("0370700001"),
            Event.Result.REFUSED);
    ledger.add(first);
    ledger.addAll(List.of(second, third));
    assertThat(found(ledger, EventLedger.Search.ALL)).containsExactly(third, second, first);
    assertThat(ledger.newest(EventLedger.Search.ALL, 2)).hasSize(2);
    assertThat(ledger.lastSignIn(7)).contains(first);
    assertThat(ledger.lastFailure(7)).isEmpty();
    long newest = ledger.newest(EventLedger.Search.ALL, 1).get(0).id();
    assertThat(
            found(
                ledger,
                new EventLedger.Search(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(NOW),
                    Optional.of(NOW.plusSeconds(2)),
                    OptionalLong.of(newest))))
        .containsExactly(second, first);
    assertThat(
            found(
                ledger,
                new EventLedger.Search(
                    Optional.of(Actor.NOBODY),
                    Optional.of(EventKind.SIGN_IN_FAILED),
                    Optional.of("0370700001"),
                    Optional.of("10.0.0.1"),
                    Optional.of(Event.Result.REFUSED),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty())))
        .containsExactly(third);
    assertThat(found(ledger, EventLedger.Search.ALL.before(newest))).containsExactly(second, first);
  }

  private static void search(AccountSearch search, AccountLedger ledger, JdbcTemplate template) {
    new RosterLedger(template).replace(List.of(employer("0370700002", "潍城区")));
    for (int i = 0; i < 5; i++) {
      ledger.add(
          NewAccount.ofCentre(new SignInName("Op_" + i), Role.OPERATOR, Optional.empty()),
          ONCE,
          i < 2 ? NOW : UNTIL);
    }
    ledger.lock(ledger.find("op_4").orElseThrow().id());
    Filter operators =
        new Filter(
            Optional.of("OP_"), Optional.of(Role.OPERATOR), Optional.empty(), Optional.empty());
    assertThat(search.count(operators, NOW)).isEqualTo(5);
    assertThat(search.page(operators, Optional.empty(), NOW, 2))
        .extracting(account -> account.name().text())
        .containsExactly("Op_0", "Op_1");
    assertThat(search.page(operators, Optional.of("op_1"), NOW, 9))
        .extracting(account -> account.name().text())
        .containsExactly("Op_2", "Op_3", "Op_4");
    assertThat(search.page(Filter.of(Standing.LOCKED), Optional.empty(), NOW, 9))
        .extracting(account -> account.name().text())
        .contains("Op_4")
        .doesNotContain("Op_3");
    assertThat(search.page(Filter.of(Standing.OVER), Optional.empty(), NOW, 9))
        .extracting(account -> account.name().text())
        .contains("Op_0", "Op_1")
        .doesNotContain("Op_2");
    assertThat(search.page(Filter.of(Standing.UNCHANGED), Optional.empty(), NOW, 99))
        .extracting(account -> account.name().text())
        .contains("Op_2", "Op_4");
    assertThat(search.page(Filter.of(Standing.IN_USE), Optional.empty(), NOW, 99))
        .allMatch(account -> !account.isLocked() && !account.mustChangePassword());
    for (Filter filter :
        List.of(
            new Filter(
                Optional.of("0370700002"), Optional.empty(), Optional.empty(), Optional.empty()),
            new Filter(
                Optional.empty(), Optional.of(Role.CLERK), Optional.empty(), Optional.of("潍城区")))) {
      assertThat(search.page(filter, Optional.empty(), NOW, 9))
          .singleElement()
          .extracting(Account::employers)
          .isEqualTo(List.of("0370700001", "0370700002"));
    }
    assertThat(ledger.holdActive(Role.OPERATOR)).hasSize(4);
  }

  private static Employer employer(String code, String agency) {
    return new Employer(
        code,
        "某单位",
        Optional.empty(),
        agency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Event> found(EventLedger ledger, EventLedger.Search search) {
    return ledger.newest(search, 10).stream().map(EventLedger.Recorded::event).toList();
  }

  private static Event event(
      Instant at, Actor actor, EventKind kind, EventSubject subject, Event.Result result) {
    return new Event(at, actor, kind, subject, "10.0.0.1", result);
  }

  @Test
  void aSecretIsReadWithItsKeyAlone() {
    OneTimeSecret secret = OneTimeSecret.draw(new SplittableRandom(5));
    SecretSeal open = SecretSeal.of(Map.of());
    assertThat(SEAL.open(SEAL.seal(secret))).isEqualTo(secret);
    assertThat(SEAL.seal(secret)).isNotEqualTo(SEAL.seal(secret)).hasSizeLessThan(255);
    assertThat(SEAL.open(open.seal(secret))).isEqualTo(secret);
    byte[] other = new byte[32];
    other[0] = 1;
    SecretSeal wrong =
        SecretSeal.of(Map.of(SecretSeal.KEY, Base64.getEncoder().encodeToString(other)));
    assertThatThrownBy(() -> wrong.open(SEAL.seal(secret))).hasMessage("account.key-wrong");
    Stream.of("short", "bm90IDMyIGJ5dGVz")
        .forEach(
            key ->
                assertThatThrownBy(() -> SecretSeal.of(Map.of(SecretSeal.KEY, key)))
                    .hasMessage("account.key-form"));
  }
}
