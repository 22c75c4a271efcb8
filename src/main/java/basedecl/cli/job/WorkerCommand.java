package basedecl.cli.job;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.desk.JobOrders;
import basedecl.job.launch.Operator;
import basedecl.job.worker.WorkerLauncher;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code worker JOBFILE}: reads for whatever runs of the job hand out their files. */
@Command
public final class WorkerCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 256;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "JOBFILE", descriptionKey = "worker.jobfile")
  Path jobFile = Path.of("");

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "worker.threads")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  WorkerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new RefusedException(
          Message.of("remote.threads", Integer.toString(threads), Integer.toString(MOST_THREADS)));
    }
    JobOrders orders = new JobOrders();
    JobSettings settings = orders.settingsOfWorker(JobFile.read(jobFile, set.values()));
    WorkerLauncher.check(settings);
    Operator operator =
        new Operator(terminal.language(), terminal.out(), terminal.err(), terminal.interactive());
    return new WorkerLauncher(operator, System.getenv())
        .run(
            settings,
            threads,
            (job, businessDate) ->
                orders.orderOfWorker(JobFile.read(jobFile, set.values()), job, businessDate));
  }
}
