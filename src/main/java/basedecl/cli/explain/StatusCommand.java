package basedecl.cli.explain;

import basedecl.assessment.collection.Collected;
import basedecl.cli.ledger.LedgerSettings;
import basedecl.cli.ledger.OpenLedger;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.procedure.Verdict;
import basedecl.ledger.collection.BatchTotals;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.remote.WorkerLedger;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.policy.Population;
import basedecl.report.explain.Explanation;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: the newest runs, who runs now, and what waits for whom. Nothing is changed. */
@Command
public final class StatusCommand implements Callable<Integer> {

  private static final int RUNS = 10;

  private final Terminal terminal;

  @Option(names = "--job", paramLabel = "FILE", descriptionKey = "explain.job")
  @Nullable Path job;

  @Option(names = "--json", descriptionKey = "explain.json")
  boolean json;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private record Year(String policy, int year) {}

  @Override
  public Integer call() {
    LedgerSettings settings = LedgerSettings.of(Optional.ofNullable(job), set.values());
    Explanation text = new Explanation(terminal.language());
    try (OpenLedger ledger = OpenLedger.at(settings.database(), System.getenv())) {
      LookupLedger look = new LookupLedger(ledger.template());
      List<RunRecord> runs = new RunLedger(ledger.client()).newest(RUNS);
      new Lease(ledger.client())
          .holder()
          .ifPresentOrElse(
              holder ->
                  text.say("status.held", holder.owner(), time(holder.since()))
                      .put("held_by", holder.owner()),
              () -> text.say("status.free"));
      WorkersStatus.tell(new WorkerLedger(ledger.template()).all(), text);
      text.say(runs.isEmpty() ? "status.no-runs" : "status.runs");
      runs.forEach(run -> run(run, look, text));
      waiting(look, runs, text);
      collected(CollectionLedger.allTotals(ledger.template()), text);
    }
    if (json) {
      terminal.out().println(text.json());
    } else {
      text.lines().forEach(terminal.out()::println);
    }
    return 0;
  }

  private static void run(RunRecord run, LookupLedger look, Explanation text) {
    text.say(
        "status.run",
        run.runId(),
        run.job(),
        run.policy(),
        run.year(),
        run.businessDate(),
        text.words("run." + run.state().name()),
        run.attempt(),
        time(run.startedAt()),
        run.endedAt().map(StatusCommand::time).orElse("—"));
    Explanation facts =
        text.item("runs")
            .put("run", run.runId())
            .put("job", run.job())
            .put("policy", run.policy())
            .put("year", run.year())
            .put("state", run.state().name())
            .put("attempt", run.attempt());
    List<LookupLedger.FileCount> files = look.files(run.runId());
    files.forEach(
        count ->
            facts.put(
                "files_"
                    + count.verdict().map(Verdict::name).orElse("OPEN").toLowerCase(Locale.ROOT),
                count.files()));
    if (!files.isEmpty()) {
      text.say(
          "status.files",
          files.stream()
              .map(
                  count ->
                      text.words("verdict." + count.verdict().map(Verdict::name).orElse("OPEN"))
                          + " "
                          + count.files())
              .collect(Collectors.joining(text.words("comma"))));
    }
  }

  private static void waiting(LookupLedger look, List<RunRecord> runs, Explanation text) {
    List<LookupLedger.StateCount> states = look.states();
    List<LookupLedger.Refused> refused = look.refused();
    Set<Year> years = new LinkedHashSet<>();
    runs.stream()
        .filter(run -> run.job().equals("declaration"))
        .forEach(run -> years.add(new Year(run.policy(), run.year())));
    states.forEach(count -> years.add(new Year(count.policy(), count.year())));
    for (Year each : years) {
      text.say("status.waiting", each.policy(), each.year());
      for (LookupLedger.StateCount count : states) {
        if (count.policy().equals(each.policy()) && count.year() == each.year()) {
          text.say(
              "status.state",
              population(count.population(), text),
              text.state(count.state()),
              count.declarations(),
              text.words("waits." + count.state().waitsFor()));
          if (count.pending() > 0) {
            text.say("status.pending", count.pending());
          }
        }
      }
      for (LookupLedger.Refused count : refused) {
        if (count.policy().equals(each.policy()) && count.year() == each.year()) {
          text.say("status.refused", population(count.population(), text), count.employers());
        }
      }
      long notDeclared = look.notDeclared(each.policy(), each.year());
      if (notDeclared > 0) {
        text.say("status.not-declared", notDeclared);
      }
    }
  }

  private static void collected(List<BatchTotals> batches, Explanation text) {
    String before = "";
    for (BatchTotals each : batches) {
      int year = each.batch().period().getYear();
      String title = each.policy() + " " + year;
      if (!title.equals(before)) {
        text.say("status.batches", each.policy(), year);
        before = title;
      }
      Collected asked = each.difference();
      text.say(
          "status.batch",
          each.batch().number(),
          each.batch().period(),
          each.batch().businessDate(),
          each.lines(),
          asked.employer(),
          asked.personal(),
          asked.lateFee());
    }
  }

  private static String population(Population population, Explanation text) {
    return text.words("population." + population.name());
  }

  private static String time(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }
}
