package basedecl.cli.explain;

import basedecl.cell.CellValue;
import basedecl.cli.ledger.LedgerSettings;
import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.policy.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain --employer CODE [--person ID]}: how figures came about. Nothing is changed. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

  private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

  /** How many of the newest runs are looked through for the policy, the year and the day. */
  private static final int RUNS = 500;

  private final Terminal terminal;

  @Option(
      names = "--employer",
      paramLabel = "CODE",
      required = true,
      descriptionKey = "explain.employer")
  String employer = "";

  @Option(names = "--person", paramLabel = "ID", descriptionKey = "explain.person")
  @Nullable String person;

  @Option(names = "--job", paramLabel = "FILE", descriptionKey = "explain.job")
  @Nullable Path job;

  @Option(names = "--json", descriptionKey = "explain.json")
  boolean json;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LedgerSettings settings = LedgerSettings.of(Optional.ofNullable(job), set.values());
    try (OpenLedger ledger = OpenLedger.at(settings.database(), System.getenv())) {
      List<RunRecord> runs = new RunLedger(ledger.client()).newest(RUNS);
      Explained explained = explained(settings, runs);
      Explanation explanation = new Explanation(terminal.language());
      if (person == null) {
        new EmployerExplanation(ledger, explained).write(employer.strip(), explanation);
      } else {
        new PersonExplanation(ledger, explained)
            .write(employer.strip(), number(person), explanation);
      }
      if (json) {
        terminal.out().println(explanation.json());
      } else {
        explanation.lines().forEach(terminal.out()::println);
      }
    }
    return 0;
  }

  /**
   * What is explained.
   *
   * @param lateFeesOn the day late fees run to: the one asked for, else that of the newest late-fee
   *     run; empty where there was none
   */
  record Explained(Policy policy, int year, Optional<LocalDate> lateFeesOn) {}

  private static Explained explained(LedgerSettings settings, List<RunRecord> runs) {
    Optional<RunRecord> newest =
        runs.stream().filter(run -> run.job().equals("declaration")).findFirst();
    String policy =
        settings
            .policy()
            .or(() -> newest.map(RunRecord::policy))
            .orElseThrow(() -> new RefusedException(Message.of("explain.no-run")));
    int year =
        settings
            .year()
            .or(() -> newest.map(RunRecord::year))
            .orElseThrow(() -> new RefusedException(Message.of("explain.no-run")));
    Optional<LocalDate> lateFeesOn =
        settings
            .businessDate()
            .or(
                () ->
                    runs.stream()
                        .filter(run -> run.job().equals("late-fee"))
                        .filter(run -> run.policy().equals(policy) && run.year() == year)
                        .filter(run -> run.state() == RunRecord.State.COMPLETED)
                        .map(RunRecord::businessDate)
                        .findFirst());
    return new Explained(settings.policies().require(policy), year, lateFeesOn);
  }

  /** The number in normal form, 15 digits as 18; one of no known form as it was typed. */
  private static IdNumber number(String typed) {
    IdReading reading =
        IdNumber.read(CellValue.Blank.BLANK, new CellValue.Text(typed.strip()), NO_DAY);
    return reading instanceof IdReading.Read read
        ? read.number()
        : new IdNumber(typed.strip().toUpperCase(Locale.ROOT));
  }

  static String state(DeclarationState state, Explanation explanation) {
    return explanation.words("state." + state.name());
  }
}
