package basedecl.desk.explain;

import basedecl.desk.declare.Figures;
import basedecl.desk.page.PageOf;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import basedecl.report.ReportTexts;
import basedecl.report.explain.EmployerExplanation;
import basedecl.report.explain.Explained;
import basedecl.report.explain.Explanation;
import basedecl.report.explain.PersonExplanation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the pages of explanations, by the desk's policy and year. */
final class Explanations {

  /** People of a page. */
  static final int LINES = 200;

  private final RulesShelf shelf;
  private final JdbcTemplate template;
  private final YearLedger year;
  private final RunLedger runs;

  Explanations(RulesShelf shelf, JdbcTemplate template) {
    this.shelf = shelf;
    this.template = template;
    this.year = new YearLedger(template);
    this.runs = new RunLedger(JdbcClient.create(template));
  }

  /**
   * What is asked for.
   *
   * @param month {@code 2024-07}; anything that is no month of the year stands for today's
   * @param ofCentre whether one of the centre's staff asks
   */
  record Asked(String employerCode, String month, boolean ofCentre, Language language) {}

  /** Empty where nothing is known of the employer. */
  Optional<ExplanationPage> employer(Asked asked) {
    Explained explained = explained(asked);
    Explanation explanation = new Explanation(asked.language());
    try {
      new EmployerExplanation(template, explained).write(asked.employerCode(), explanation);
    } catch (RefusedException unknown) {
      return shelf
          .current()
          .employer(asked.employerCode())
          .map(employer -> page(asked, explained, explanation));
    }
    return Optional.of(page(asked, explained, explanation));
  }

  /** Of somebody who stands in a version of the employer's declaration. */
  ExplanationPage person(Asked asked, IdNumber number) {
    Explained explained = explained(asked);
    Explanation explanation = new Explanation(asked.language());
    new PersonExplanation(template, explained).write(asked.employerCode(), number, explanation);
    return page(asked, explained, explanation);
  }

  private static ExplanationPage page(Asked asked, Explained explained, Explanation explanation) {
    return ExplanationPage.of(
        asked.employerCode(),
        explained.month().toString(),
        months(explained.year()),
        explanation,
        asked.ofCentre(),
        asked.language());
  }

  private static List<String> months(int year) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> YearMonth.of(year, month).toString())
        .toList();
  }

  /** A person's line in an accepted version. */
  Optional<PersonRecord> line(String employerCode, int version, int line) {
    return versions(employerCode).stream()
        .map(VersionRecord::declaration)
        .filter(declaration -> declaration.version() == version)
        .findFirst()
        .flatMap(declaration -> year.line(declaration, line));
  }

  /** Empty where nothing was accepted yet. */
  Optional<PeoplePage> people(Asked asked, int page) {
    Rules rules = shelf.current();
    return year.current(
            rules.policy().name(), rules.year(), Population.EMPLOYEES, asked.employerCode())
        .map(current -> people(asked, current, page));
  }

  private PeoplePage people(Asked asked, DeclarationRecord current, int page) {
    YearInMonth view =
        YearInMonth.of(
            template, shelf.current().policy(), explained(asked).month(), asked.employerCode());
    PageOf<PersonRecord> people = new PageOf<>(page, LINES);
    view.forEachPerson(
        List.of(current), (same, person) -> people.add(person), RuntimeException.class);
    return new PeoplePage(
        current.employerCode(),
        current.employerName(),
        current.version(),
        view.month().toString(),
        people.lines().stream().map(person -> line(person, asked.language())).toList(),
        people.pager());
  }

  private static PeoplePage.Line line(PersonRecord person, Language language) {
    return new PeoplePage.Line(
        person.line(),
        person.name(),
        person.idNumber().toString(),
        Figures.of(person.declaredWage()).text(),
        Figures.of(person.base()).text(),
        ReportTexts.adjustment(person.adjustment(), language),
        person.sheet() + "!" + person.row());
  }

  private List<VersionRecord> versions(String employerCode) {
    Rules rules = shelf.current();
    return year.versions(rules.policy().name(), rules.year(), Population.EMPLOYEES, employerCode);
  }

  private Explained explained(Asked asked) {
    Rules rules = shelf.current();
    LocalDate today = rules.businessDate();
    Optional<LocalDate> lateFeesOn =
        runs.ofDues(rules.policy().name(), rules.year()).map(RunRecord::businessDate);
    return new Explained(
        rules.policy(),
        rules.year(),
        months(rules.year()).contains(asked.month())
            ? YearMonth.parse(asked.month())
            : ContributionMonth.of(rules.year(), today),
        lateFeesOn,
        lateFeesOn.filter(today::isBefore).orElse(today),
        Optional.empty());
  }
}
