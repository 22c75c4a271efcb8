package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.job.desk.DeskLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one process keeps an H2 ledger open as the desk, the command line says so. */
@Tag("run")
@NullUnmarked
class DeskHoldsTheLedgerTest {

  @TempDir Path folder;

  /** A process that keeps the ledger open until it is killed or its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (DeskLedger ledger =
          DeskLedger.open(arguments[0], 1, Map.of(), Clock.system(ZoneId.systemDefault()))) {
        System.out.println("open " + ledger.database().getMaximumPoolSize());
        System.out.flush();
        while (System.in.read() >= 0) {
          // Nothing is said to it; its input ends.
        }
      }
    }
  }

  @Test
  void commandsAreRefusedInOneSentenceUntilTheDeskIsGone() throws Exception {
    Ground ground = Ground.onH2(folder);
    assertThat(ground.run().status()).isZero();
    Path note = folder.resolve("ledger/ledger.desk");
    Process desk = desk(ground);
    try {
      assertThat(note).exists();
      InProcess.Ended run =
          InProcess.run(
              "run",
              "jobs/declaration.yaml",
              "--set",
              "inbox=" + ground.inbox(),
              "--set",
              "work=" + ground.work(),
              "--set",
              "output=" + ground.output(),
              "--set",
              "database=" + ground.database());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said()).contains("网上经办", "页面", "停止").hasLineCount(1);
      for (String command : new String[] {"status", "payments"}) {
        InProcess.Ended ended = command(ground, command, "en");
        assertThat(ended.status()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said())
            .contains("The desk has the ledger open: ", "stop the desk")
            .hasLineCount(1);
      }
    } finally {
      desk.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }

    assertThat(note).as("a killed desk leaves its note").exists();
    assertThat(command(ground, "status", "en").status()).isZero();

    Process again = desk(ground);
    again.getOutputStream().close();
    assertThat(again.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(note).doesNotExist();
  }

  private InProcess.Ended command(Ground ground, String command, String language) {
    String database = "database=" + ground.database();
    return command.equals("payments")
        ? InProcess.run(
            command, "--person", "370702199001010012", "--lang", language, "--set", database)
        : InProcess.run(command, "--lang", language, "--set", database);
  }

  private Process desk(Ground ground) throws IOException {
    Process desk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                ground.database())
            .redirectError(folder.resolve("desk.txt").toFile())
            .start();
    String said =
        new String(desk.getInputStream().readNBytes(4), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(said).as(Files.readString(folder.resolve("desk.txt"))).isEqualTo("open");
    return desk;
  }
}
