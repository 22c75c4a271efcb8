package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.desk.DeskProcess;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A desk is killed at random moments while clerks submit, and begun again on the same ledger: what
 * showed a receipt is in the ledger in the end, once.
 */
@Tag("run")
class KilledSubmissionsTest {

  private static final int KILLS = 20;
  private static final long SEED = 16;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Map<String, String> CLERKS =
      Map.of("wang", "0370700001", "zhao", "0370700002");

  @TempDir private Path folder = Path.of("");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger files = new AtomicInteger();

  /** The digest of each file whose receipt was shown, by the receipt's number. */
  private final Map<String, String> receipts = new ConcurrentHashMap<>();

  @Test
  void whatShowedAReceiptIsInTheLedgerOnceWhateverTheMomentOfTheKill() throws Exception {
    addClerks();
    for (int kill = 0; kill < KILLS; kill++) {
      DeskProcess desk = begin(kill);
      int before = receipts.size();
      List<Thread> clerks = submitting(desk.port());
      awaitMoreThan(before);
      int millis = random.nextInt(20, 600);
      System.out.printf(
          "seed %d, kill %d after %d ms, %d receipts before%n", SEED, kill, millis, before);
      Thread.sleep(millis);
      desk.kill();
      for (Thread clerk : clerks) {
        clerk.join();
      }
    }
    assertThat(receipts).as("receipts shown").hasSizeGreaterThanOrEqualTo(KILLS);
    DeskProcess last = begin(KILLS);
    int port = last.port();
    for (String name : CLERKS.keySet()) {
      Clerk clerk = Clerk.signedIn(Visitor.at(port), name);
      for (String receipt : receipts.keySet()) {
        if (clerk.get("/declare/receipt/" + receipt).statusCode() == 200) {
          assertThat(clerk.finalState(receipt)).as(receipt).contains("已受理");
        }
      }
    }
    last.stop();
    eachIsThereOnce();
  }

  /** The moments are those of a desk that is at work, however slow the machine. */
  private void awaitMoreThan(int shown) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (receipts.size() <= shown) {
      assertThat(System.nanoTime() - end).as("a receipt comes in time").isNegative();
      Thread.sleep(10);
    }
  }

  private void addClerks() {
    try (HikariDataSource ledger =
        LedgerDatabase.openMigrated(DeskProcess.database(folder), 2, Map.of())) {
      AccountLedger accounts =
          new AccountLedger(LedgerDatabase.template(ledger), SecretSeal.of(Map.of()));
      CLERKS.forEach(
          (name, employer) -> {
            accounts.add(
                NewAccount.clerk(new SignInName(name), List.of(employer)),
                OneTimePassword.draw(random),
                Instant.now().plus(OneTimePassword.VALID));
            accounts.changePassword(accounts.find(name).orElseThrow().id(), DeskUnderTest.PASSWORD);
          });
    }
  }

  private DeskProcess begin(int start) throws IOException {
    return DeskProcess.begin(folder, "desk-" + start, List.of(), Map.of());
  }

  private List<Thread> submitting(int port) throws Exception {
    List<Thread> clerks = new ArrayList<>();
    for (Map.Entry<String, String> each : CLERKS.entrySet()) {
      Clerk clerk = Clerk.signedIn(Visitor.at(port), each.getKey());
      clerks.add(new Thread(() -> submit(clerk, each.getValue()), each.getKey()));
    }
    clerks.forEach(Thread::start);
    return clerks;
  }

  /** Submits one file after the other until the desk is gone. */
  private void submit(Clerk clerk, String employer) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        byte[] file =
            "单位编号,姓名,证件号码,月均工资,备注\n%s,王芳,370702199001010012,5000,%d\n"
                .formatted(employer, files.incrementAndGet())
                .getBytes(UTF_8);
        String number = clerk.submitted(clerk.uploaded("申报表.csv", file));
        String receipt = clerk.get("/declare/receipt/" + number).body();
        if (receipt.contains(number)) {
          assertThat(receipts.put(number, digest(receipt))).as("a number given twice").isNull();
        }
      }
    } catch (Exception e) {
      // The desk is gone: what showed no receipt was promised to nobody.
      return;
    }
  }

  private static String digest(String receipt) {
    return receipt.replaceAll("(?s).*class=\"digest\">([0-9a-f]{64})<.*", "$1");
  }

  private void eachIsThereOnce() {
    try (HikariDataSource ledger = LedgerDatabase.open(DeskProcess.database(folder), 2, Map.of())) {
      JdbcTemplate template = LedgerDatabase.template(ledger);
      receipts.forEach(
          (receipt, digest) ->
              assertThat(
                      count(
                          template,
                          "intake_file f JOIN declaration d ON d.file_id = f.file_id WHERE"
                              + " d.version IS NOT NULL AND f.path LIKE '%"
                              + receipt
                              + "%' AND f.sha256 = '"
                              + digest
                              + "'"))
                  .as("versions declared by " + receipt)
                  .isOne());
      assertThat(
              template.queryForList(
                  "SELECT sha256 FROM intake_file GROUP BY sha256 HAVING COUNT(*) > 1"))
          .as("files taken twice")
          .isEmpty();
      int submissions = count(template, "desk_submission");
      assertThat(submissions).isGreaterThanOrEqualTo(receipts.size());
      assertThat(count(template, "declaration WHERE version IS NOT NULL")).isEqualTo(submissions);
    }
  }

  private static int count(JdbcTemplate template, String what) {
    Integer count = template.queryForObject("SELECT COUNT(*) FROM " + what, Integer.class);
    return count == null ? 0 : count;
  }
}
