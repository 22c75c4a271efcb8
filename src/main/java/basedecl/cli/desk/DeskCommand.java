package basedecl.cli.desk;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.desk.DeskServer;
import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.job.desk.DeskLedger;
import basedecl.job.launch.LogFile;
import basedecl.job.run.Rulebook;
import basedecl.job.run.WorkFolder;
import basedecl.message.Message;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desk FILE}: serves the pages until it is asked to stop. */
@Command
public final class DeskCommand implements Callable<Integer> {

  private static final int CONNECTIONS = 16;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "desk.file")
  Path deskFile = Path.of("");

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  DeskCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JobFile file = JobFile.read(deskFile, set.values());
    JobSettings keys = file.settings(file.job(List.of(DeskKeys.JOB)), DeskKeys.all());
    PolicyBook policies = PolicyFiles.load(keys.optionalPath(CommonKeys.POLICIES));
    DeskSettings settings =
        new DeskSettings(
            keys,
            policies,
            Rulebook.of(keys, policies).first(),
            InstantSource.system(),
            ZoneId.systemDefault());
    DeskServer.check(settings, System.getenv());
    WorkFolder work = new WorkFolder(keys.path(CommonKeys.WORK));
    work.create();
    LogFile.open(work.log(), System.getenv().containsKey("BASEDECL_DEBUG"));
    CountDownLatch ended = new CountDownLatch(1);
    try (DeskLedger ledger =
            DeskLedger.open(
                keys.text(CommonKeys.DATABASE),
                CONNECTIONS,
                System.getenv(),
                settings.clock().withZone(settings.zone()));
        DeskServer server = DeskServer.start(settings, ledger.database(), System.getenv())) {
      Thread hook = new Thread(() -> stop(server, ledger, ended), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      terminal.out().println(ready(settings, server).in(terminal.language()));
      ended.await();
    }
    return 0;
  }

  private static Message ready(DeskSettings settings, DeskServer server) {
    String scheme = settings.isEncrypted() ? "https" : "http";
    String host = settings.keys().text(DeskKeys.ADDRESS);
    return Message.of(
        "desk.ready",
        "%s://%s:%d/"
            .formatted(scheme, host.contains(":") ? "[" + host + "]" : host, server.port()));
  }

  private static void stop(DeskServer server, DeskLedger ledger, CountDownLatch ended) {
    server.close();
    ledger.close();
    ended.countDown();
  }
}
