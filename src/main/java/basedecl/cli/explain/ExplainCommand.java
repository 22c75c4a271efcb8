package basedecl.cli.explain;

import basedecl.cell.CellValue;
import basedecl.cli.ledger.LedgerSettings;
import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.policy.ContributionMonth;
import basedecl.report.explain.EmployerExplanation;
import basedecl.report.explain.Explained;
import basedecl.report.explain.Explanation;
import basedecl.report.explain.PersonExplanation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain --employer CODE [--person ID]}: how figures came about. Nothing is changed. */
@Command
public final class ExplainCommand implements Callable<Integer> {

  private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

  /** How many of the newest runs are looked through for the policy, the year and the day. */
  private static final int RUNS = 500;

  /** The jobs whose sheets state one month's figures. */
  private static final Set<String> WRITING_SHEETS = Set.of("declaration", "audit", "papers");

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
      Explained explained = explained(settings, new RunLedger(ledger.client()));
      Explanation explanation = new Explanation(terminal.language());
      if (person == null) {
        new EmployerExplanation(ledger.template(), explained).write(employer.strip(), explanation);
      } else {
        new PersonExplanation(ledger.template(), explained)
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
   * What is explained: the month asked for, else that of the day asked for or of the newest run
   * that wrote sheets; late fees to the day asked for, else that of the newest late-fee run.
   */
  private static Explained explained(LedgerSettings settings, RunLedger ledger) {
    List<RunRecord> runs = ledger.newest(RUNS);
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
        settings.businessDate().or(() -> ledger.ofDues(policy, year).map(RunRecord::businessDate));
    LocalDate sheetsOn =
        settings
            .businessDate()
            .or(
                () ->
                    runs.stream()
                        .filter(run -> WRITING_SHEETS.contains(run.job()))
                        .filter(run -> run.policy().equals(policy) && run.year() == year)
                        .map(RunRecord::businessDate)
                        .findFirst())
            .orElse(LocalDate.of(year, 1, 1));
    return new Explained(
        settings.policies().require(policy),
        year,
        settings.period(year).orElseGet(() -> ContributionMonth.of(year, sheetsOn)),
        lateFeesOn,
        lateFeesOn.filter(sheetsOn::isBefore).orElse(sheetsOn),
        Optional.of(settings.sameLedger()));
  }

  /** The number in normal form, 15 digits as 18; one of no known form as it was typed. */
  private static IdNumber number(String typed) {
    IdReading reading =
        IdNumber.read(CellValue.Blank.BLANK, new CellValue.Text(typed.strip()), NO_DAY);
    return reading instanceof IdReading.Read read
        ? read.number()
        : new IdNumber(typed.strip().toUpperCase(Locale.ROOT));
  }
}
