package basedecl.cli.job;

import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.run.JobDefinition;
import basedecl.job.run.Operator;
import basedecl.job.run.Rulebook;
import basedecl.job.run.RunLauncher;
import basedecl.job.submitted.RosterFile;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run JOBFILE}: everything is checked first, then the night begins. */
@Command(name = "run")
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
    JobFile file = JobFile.read(jobFile, set.values());
    JobDefinition job = JobCatalog.named(file.job(JobCatalog.names()));
    JobSettings settings = file.settings(job.name(), job.keys());
    PolicyBook policies = PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES));
    Rulebook rules = Rulebook.of(settings, policies);
    LocalDate businessDate = settings.businessDate(LocalDate.now(ZoneId.systemDefault()));
    job.check(settings, rules, businessDate);
    RosterFile roster = RosterFile.read(settings);
    Operator operator =
        new Operator(terminal.language(), terminal.out(), terminal.err(), terminal.interactive());
    policies.warnings().forEach(operator::warn);
    return new RunLauncher(operator, System.getenv())
        .run(new RunLauncher.Order(job, settings, policies, rules, businessDate, roster));
  }
}
