package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Account;
import basedecl.account.EventKind;
import basedecl.account.OneTimeSecret;
import basedecl.account.SignInDelay;
import basedecl.declaration.Employer;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.PasswordHashes;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.year.RosterLedger;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The command {@code account}, as whoever keeps the accounts types it. */
@NullUnmarked
@Tag("run")
class AccountCommandsTest {

  private static final Pattern ONE_TIME = Pattern.compile("[2-9a-z]{4}(-[2-9a-z]{4}){3}");

  @TempDir Path folder;

  private Workplace place;

  @BeforeEach
  void aLedgerWithARoster() {
    place = new Workplace(folder);
    LedgerDatabase.openMigrated(place.database(), 2, Map.of()).close();
    roster(
        employer("0370700001", "潍坊青禾机械厂", "奎文区"),
        employer("0370700002", "潍坊云门物流", "潍城区"),
        employer("0370700003", "潍坊白浪河食品", "奎文区"));
  }

  private void roster(Employer... employers) {
    onLedger(
        template -> {
          new RosterLedger(template).replace(List.of(employers));
          return true;
        });
  }

  private <T> T onLedger(Function<JdbcTemplate, T> look) {
    try (HikariDataSource database = LedgerDatabase.open(place.database(), 2, Map.of())) {
      return look.apply(LedgerDatabase.template(database));
    }
  }

  private static Employer employer(String code, String name, String agency) {
    return new Employer(
        code,
        name,
        Optional.empty(),
        agency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Workplace.Ended account(String words) {
    return place.onLedger(("account " + words).split(" ", -1));
  }

  private Account found(String name) {
    return onLedger(
        template -> new AccountLedger(template, SecretSeal.of(Map.of())).find(name).orElseThrow());
  }

  private boolean opens(String name, String password) {
    return onLedger(
        template -> {
          AccountLedger ledger = new AccountLedger(template, SecretSeal.of(Map.of()));
          String hash = ledger.passwordHash(ledger.find(name).orElseThrow().id());
          return PasswordHashes.encoder().matches(password, hash);
        });
  }

  private static String oneTime(Workplace.Ended ended) {
    Matcher password = ONE_TIME.matcher(ended.out());
    assertThat(password.find()).as(ended.said()).isTrue();
    return password.group();
  }

  @Test
  void anAccountIsMadeWithAPasswordThatIsPrintedOnceAndMustBeChanged() {
    Workplace.Ended ended = account("add Admin --role administrator");
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.out()).contains("已新建账户 Admin（管理）", "只显示这一次", "首次登录时须修改", "动态验证码");
    assertThat(found("admin")).matches(Account::mustChangePassword);
    assertThat(opens("ADMIN", oneTime(ended))).isTrue();
    Workplace.Ended again = account("add ADMIN --role operator");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("用户名 ADMIN 已经有人使用");
  }

  @Test
  void eachRoleHasItsOwnScope() {
    assertThat(account("add wang --role clerk --employer 0370700002 0370700001").status()).isZero();
    assertThat(account("add li --role reviewer --agency 奎文区").status()).isZero();
    assertThat(account("add zhao --role auditor").status()).isZero();
    assertThat(account("add qian --role person --person 370702199001010012").status()).isZero();
    Workplace.Ended list = account("list");
    assertThat(list.status()).isZero();
    assertThat(list.out().lines())
        .containsExactly(
            "li  审核  奎文区  正常  密码待本人修改  待绑定动态验证码",
            "qian  个人  370*************12  正常  密码待本人修改  不用动态验证码",
            "wang  单位经办  0370700001 0370700002  正常  密码待本人修改  不用动态验证码",
            "zhao  稽核  全部经办机构  正常  密码待本人修改  待绑定动态验证码",
            "共 4 个账户");
    assertThat(account("list --lang en").out())
        .contains("wang  employer's clerk  0370700001 0370700002  active  password to be changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add | NAME",
        "add wang | --role",
        "add wang --role boss | clerk, reviewer, operator, auditor, person, administrator",
        "add wang --role clerk | --employer",
        "add wang --role person | --person",
        "add wang --role operator --agency 奎文区 | --agency",
        "add wang --role reviewer --employer 0370700001 | --employer",
        "add wang --role clerk --person 370702199001010012 | --person",
        "add wang --role clerk --employer 0370700009 | 0370700009",
        "add wang --role auditor --agency 高密市 | 奎文区, 潍城区",
        "add wang --role person --person 370702199001010013 | 证件号码",
        "add 370702199001010012 --role operator | 不能是证件号码",
        "add w --role operator | 2 至 64",
        "lock nobody | nobody",
        "unlock nobody | nobody",
        "reset nobody | account list",
        "second-factor nobody | nobody",
        "import --output passwords.csv --address http://x | passwords.csv",
        "import --output passwords.xlsx --address x | https://",
        "import --output passwords.xlsx | --address",
        "import --address http://x | --output"
      })
  void whatIsWrongIsSaidAndNothingIsMade(String words, String said) {
    Workplace.Ended ended = account(words);
    assertThat(ended.status()).as(ended.said()).isEqualTo(2);
    assertThat(ended.err()).contains(said).doesNotContain("370702199001010013");
    assertThat(ended.out()).isEmpty();
    assertThat(account("list").out().strip()).isEqualTo("共 0 个账户");
  }

  @Test
  void lockingResettingAndRemovingAFactorEndSessionsAndStandInTheRecord() {
    account("add li --role reviewer");
    onLedger(
        template -> {
          AccountLedger ledger = new AccountLedger(template, SecretSeal.of(Map.of()));
          ledger.enrol(
              ledger.find("li").orElseThrow().id(), OneTimeSecret.draw(new SplittableRandom(1)), 1);
          return true;
        });
    assertThat(account("lock LI").out()).contains("账户 li 已锁定");
    assertThat(found("li")).matches(Account::isLocked);
    Workplace.Ended reset = account("reset li");
    assertThat(reset.out()).contains("仍处于锁定状态");
    assertThat(opens("li", oneTime(reset))).isTrue();
    assertThat(account("unlock li").status()).isZero();
    assertThat(account("second-factor li").out()).contains("下次登录时重新绑定");
    assertThat(account("second-factor li").status()).isEqualTo(2);
    assertThat(found("li"))
        .matches(account -> !account.isLocked() && !account.secondFactor())
        .extracting(Account::credentialsVersion)
        .isEqualTo(6);
    assertThat(events())
        .containsExactly(
            EventKind.SECOND_FACTOR_REMOVED,
            EventKind.ACCOUNT_UNLOCKED,
            EventKind.PASSWORD_RESET,
            EventKind.ACCOUNT_LOCKED,
            EventKind.ACCOUNT_ADDED);
  }

  @Test
  void theLastAdministratorIsNotLocked() {
    account("add admin --role administrator");
    Workplace.Ended refused = account("lock admin");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("最后一个未锁定的管理账户");
    account("add second --role administrator");
    assertThat(account("lock admin").status()).isZero();
    assertThat(account("lock second").status()).isEqualTo(2);
  }

  private List<EventKind> events() {
    return onLedger(
        template ->
            new EventLedger(template)
                .newest(EventLedger.Search.ALL, 100).stream()
                    .map(EventLedger.Recorded::event)
                    .peek(event -> assertThat(event.actor().name()).startsWith("cli:"))
                    .map(event -> event.kind())
                    .toList());
  }

  @Test
  void unlockingEndsTheWaitForFailures() {
    account("add li --role reviewer");
    Instant now = Instant.now();
    onLedger(
        template -> {
          FailureLedger failures = new FailureLedger(template, SignInDelay.DEFAULT);
          for (int i = 0; i < 10; i++) {
            failures.failed("li", "10.0.0.1", now);
          }
          return true;
        });
    account("unlock li");
    SignInDelay.Verdict verdict =
        onLedger(
            template ->
                new FailureLedger(template, SignInDelay.DEFAULT).verdict("li", "10.0.0.2", now));
    assertThat(verdict.isAllowed(now)).isTrue();
  }

  @Test
  void employersWithoutAClerkGetOneAndASheetThatOnlyItsOwnerReads() throws IOException {
    account("add wang --role clerk --employer 0370700002");
    Path sheet = folder.resolve("passwords.xlsx");
    String words = "import --address https://declare.example.org --output " + sheet;
    Workplace.Ended ended = account(words);
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.out()).contains("已为 2 个单位新建经办账户（另有 1 个单位早已有账户）", "只有本人可读");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sheet)))
        .isEqualTo("rw-------");
    List<List<String>> rows = rows(sheet);
    assertThat(rows).contains(List.of("经办机构", "单位编号", "单位名称", "用户名", "一次性密码", "登录网址"));
    List<String> first =
        rows.stream().filter(row -> row.contains("0370700001")).findFirst().orElseThrow();
    assertThat(first).startsWith("奎文区", "0370700001", "潍坊青禾机械厂", "0370700001");
    assertThat(opens("0370700001", first.get(4))).isTrue();
    assertThat(found("0370700001").declaresFor("0370700001")).isTrue();
    assertThat(rows.stream().flatMap(List::stream)).doesNotContain("0370700002");
    Workplace.Ended overwriting = account(words);
    assertThat(overwriting.status()).isEqualTo(2);
    assertThat(overwriting.err()).contains("已存在，不会覆盖");
    Path another = folder.resolve("another.xlsx");
    Workplace.Ended again = account(words.replace("passwords.xlsx", "another.xlsx"));
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("3 个单位都已有经办账户");
    assertThat(another).doesNotExist();
    assertThat(events()).hasSize(3);
  }

  @Test
  void anEmployerWhoseCodeIsNoFreeNameIsToldAndLeftOut() throws IOException {
    roster(
        employer("0370700001", "甲", ""), employer("0370 07", "乙", ""), employer("zhao", "丙", ""));
    account("add ZHAO --role operator");
    Path sheet = folder.resolve("passwords.xlsx");
    Workplace.Ended ended = account("import --address http://x --output " + sheet);
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err().lines()).hasSize(2);
    assertThat(ended.err()).contains("单位 0370 07 没有新建账户", "单位 zhao 没有新建账户");
    assertThat(ended.out()).contains("已为 1 个单位新建经办账户（另有 0 个单位早已有账户）");
  }

  @Test
  void withoutARosterNobodyIsImported() {
    roster();
    Workplace.Ended ended =
        account("import --address http://x --output " + folder.resolve("passwords.xlsx"));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("还没有单位名册");
  }

  private static List<List<String>> rows(Path sheet) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    DataFormatter formatter = new DataFormatter();
    try (Workbook workbook = WorkbookFactory.create(sheet.toFile(), null, true)) {
      for (Row row : workbook.getSheetAt(0)) {
        rows.add(
            Stream.iterate(0, i -> i < row.getLastCellNum(), i -> i + 1)
                .map(i -> formatter.formatCellValue(row.getCell(i)))
                .toList());
      }
    }
    return rows;
  }
}
