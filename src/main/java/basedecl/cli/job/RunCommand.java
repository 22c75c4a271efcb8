package basedecl.cli.job;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.desk.JobOrders;
import basedecl.job.launch.Operator;
import basedecl.job.launch.Order;
import basedecl.job.launch.RunLauncher;
import basedecl.settings.JobFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run JOBFILE}: everything is checked first, then the night begins. */
@Command
public final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "JOBFILE", descriptionKey = "run.jobfile")
  Path jobFile = Path.of("");

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Order order =
        new JobOrders()
            .order(JobFile.read(jobFile, set.values()), LocalDate.now(ZoneId.systemDefault()));
    Operator operator =
        new Operator(terminal.language(), terminal.out(), terminal.err(), terminal.interactive());
    order.policies().warnings().forEach(operator::warn);
    return new RunLauncher(operator, System.getenv()).run(order);
  }
}
