package basedecl.desk.audit;

import basedecl.desk.declare.Figures;
import basedecl.desk.page.PageOf;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import basedecl.report.ReportTexts;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people of an employer's declaration in force, with the figures of the month. */
final class AuditPeople {

  /** People of a page. */
  static final int LINES = 100;

  private final RulesShelf shelf;
  private final JdbcTemplate template;
  private final YearLedger year;

  AuditPeople(RulesShelf shelf, JdbcTemplate template) {
    this.shelf = shelf;
    this.template = template;
    this.year = new YearLedger(template);
  }

  /** The declaration in force. */
  Optional<DeclarationRecord> declaration(String employerCode) {
    Rules rules = shelf.current();
    return year.current(rules.policy().name(), rules.year(), Population.EMPLOYEES, employerCode);
  }

  /** A line of the declaration in force. */
  Optional<PersonRecord> line(String employerCode, int line) {
    return declaration(employerCode).flatMap(current -> year.line(current, line));
  }

  /**
   * Empty where there is no declaration.
   *
   * @param all those above the lower limit too
   * @param revealed the line whose number is shown whole, or 0
   */
  Optional<PeoplePage> page(
      String employerCode, boolean all, int page, int revealed, Language language) {
    return declaration(employerCode).map(current -> page(current, all, page, revealed, language));
  }

  private PeoplePage page(
      DeclarationRecord current, boolean all, int page, int revealed, Language language) {
    Rules rules = shelf.current();
    YearInMonth view =
        YearInMonth.of(
            template,
            rules.policy(),
            ContributionMonth.of(rules.year(), rules.businessDate()),
            current.employerCode());
    PageOf<PersonRecord> people = new PageOf<>(page, LINES);
    view.forEachPerson(
        List.of(current),
        (same, person) -> {
          if (all || person.atLower()) {
            people.add(person);
          }
        },
        RuntimeException.class);
    return new PeoplePage(
        current.employerCode(),
        current.employerName(),
        current.version(),
        current.file(),
        view.month().toString(),
        all,
        Figures.of(people.total()).text(),
        people.lines().stream()
            .map(person -> line(person, person.line() == revealed, language))
            .toList(),
        people.pager());
  }

  private static PeoplePage.Line line(PersonRecord person, boolean whole, Language language) {
    return new PeoplePage.Line(
        person.line(),
        person.name(),
        whole ? person.idNumber().whole() : person.idNumber().toString(),
        whole,
        Figures.of(person.declaredWage()).text(),
        Figures.of(person.base()).text(),
        ReportTexts.adjustment(person.adjustment(), language),
        person.sheet() + "!" + person.row());
  }
}
