package basedecl.desk.waiting;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.ledger.year.LookupLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What waits for whom, year by year: what {@code status} says. */
record WaitingPage(List<Year> years) {

  /** A policy and year. */
  record Year(String policy, String year, boolean ofDesk, List<Line> lines) {}

  /**
   * Declarations, or employers, in one state.
   *
   * @param population as the list of reminders takes it
   * @param key of the state as the list of reminders takes it
   */
  record Line(
      String whose,
      String population,
      String state,
      String key,
      long count,
      long pending,
      String waitsFor) {}

  private record Scope(String policy, int year) {}

  /** Makes the page. */
  static final class Source {

    private final LookupLedger ledger;

    Source(LookupLedger ledger) {
      this.ledger = ledger;
    }

    /** The desk's own policy and year first. */
    WaitingPage page(String policy, int year, Language language) {
      List<LookupLedger.StateCount> states = ledger.states();
      List<LookupLedger.Refused> refused = ledger.refused();
      Scope own = new Scope(policy, year);
      Set<Scope> scopes = new LinkedHashSet<>();
      scopes.add(own);
      states.forEach(each -> scopes.add(new Scope(each.policy(), each.year())));
      List<Year> years = new ArrayList<>();
      for (Scope scope : scopes) {
        List<Line> lines = new ArrayList<>();
        states.stream()
            .filter(each -> scope.equals(new Scope(each.policy(), each.year())))
            .forEach(each -> lines.add(line(each, language)));
        refused.stream()
            .filter(each -> scope.equals(new Scope(each.policy(), each.year())))
            .forEach(each -> lines.add(refused(each, language)));
        long missing = ledger.notDeclared(scope.policy(), scope.year());
        if (missing > 0) {
          lines.add(notDeclared(missing, language));
        }
        years.add(
            new Year(scope.policy(), Integer.toString(scope.year()), scope.equals(own), lines));
      }
      return new WaitingPage(years);
    }

    private static Line line(LookupLedger.StateCount count, Language language) {
      return new Line(
          whose(count.population(), language),
          count.population().word(),
          Message.of("explain.state." + count.state().name()).in(language),
          key(count.state()),
          count.declarations(),
          count.pending(),
          Message.of("explain.waits." + count.state().waitsFor()).in(language));
    }

    private static Line refused(LookupLedger.Refused count, Language language) {
      return new Line(
          whose(count.population(), language),
          count.population().word(),
          Message.of("explain.state.REJECTED").in(language),
          key(DeclarationState.REJECTED),
          count.employers(),
          0,
          Message.of("explain.waits.employer-again").in(language));
    }

    private static Line notDeclared(long employers, Language language) {
      return new Line(
          whose(Population.EMPLOYEES, language),
          Population.EMPLOYEES.word(),
          Message.of("report.progress.not-declared").in(language),
          "not-declared",
          employers,
          0,
          Message.of("desk.waiting.waits.declaration").in(language));
    }

    private static String whose(Population population, Language language) {
      return Message.of("explain.population." + population.name()).in(language);
    }

    private static String key(DeclarationState state) {
      return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
