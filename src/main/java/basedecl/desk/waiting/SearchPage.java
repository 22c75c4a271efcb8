package basedecl.desk.waiting;

import basedecl.cell.CellValue;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.year.SearchLedger;
import basedecl.ledger.year.SearchLedger.FoundEmployer;
import basedecl.ledger.year.SearchLedger.FoundPerson;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was found.
 *
 * @param asked whether anything was looked for
 * @param ofEmployer whether an employer was
 * @param text what was typed
 * @param more whether there are more than are shown
 */
record SearchPage(
    boolean asked,
    boolean ofEmployer,
    String text,
    List<Person> people,
    List<EmployerFound> employers,
    boolean more) {

  private static final int MOST = 50;

  /** What may be the number of a passport or permit, whose kind is not asked for. */
  private static final Pattern DOCUMENT = Pattern.compile("(?=.*[0-9])[A-Z0-9]{5,18}");

  /** What somebody looks for. */
  record Asked(boolean employer, String text) implements Serializable {}

  /**
   * A person's line in a declaration that stands.
   *
   * @param line by which its number is asked for
   */
  record Person(
      long line,
      String name,
      IdNumber idNumber,
      String employerCode,
      String employerName,
      String whose,
      String year,
      int version,
      String sheet,
      int row) {

    /** Masked. */
    public String number() {
      return idNumber.toString();
    }

    /** For who asked to see it. */
    public String wholeNumber() {
      return idNumber.whole();
    }
  }

  /** An employer, where its declaration of this year stands, and whom to ask. */
  record EmployerFound(
      String code, String name, String agency, String telephone, String state, String nextStep) {}

  /** Makes the pages. */
  static final class Source {

    private final SearchLedger ledger;
    private final ProcedureLedger procedure;
    private final RulesShelf shelf;

    Source(SearchLedger ledger, ProcedureLedger procedure, RulesShelf shelf) {
      this.ledger = ledger;
      this.procedure = procedure;
      this.shelf = shelf;
    }

    SearchPage page(Optional<Asked> asked, Language language) {
      if (asked.isEmpty()) {
        return new SearchPage(false, false, "", List.of(), List.of(), false);
      }
      String text = asked.get().text();
      if (asked.get().employer()) {
        List<FoundEmployer> found = ledger.employers(text, MOST + 1);
        Rules rules = shelf.current();
        return new SearchPage(
            true,
            true,
            text,
            List.of(),
            found.stream().limit(MOST).map(each -> employer(each, rules, language)).toList(),
            found.size() > MOST);
      }
      List<FoundPerson> found = people(text);
      return new SearchPage(
          true,
          false,
          text,
          found.stream().limit(MOST).map(each -> person(each, language)).toList(),
          List.of(),
          found.size() > MOST);
    }

    /** By number where it reads as one, else by name. */
    private List<FoundPerson> people(String text) {
      IdReading reading =
          IdNumber.read(
              CellValue.Blank.BLANK, new CellValue.Text(text), shelf.current().businessDate());
      if (reading instanceof IdReading.Read read) {
        return ledger.byNumber(read.number(), MOST + 1);
      }
      String upper = text.toUpperCase(Locale.ROOT);
      return DOCUMENT.matcher(upper).matches()
          ? ledger.byNumber(new IdNumber(upper), MOST + 1)
          : ledger.byName(text, MOST + 1);
    }

    private static Person person(FoundPerson found, Language language) {
      return new Person(
          found.lineKey(),
          found.name(),
          found.idNumber(),
          found.declaration().employerCode(),
          found.declaration().employerName(),
          Message.of("explain.population." + found.declaration().population().name()).in(language),
          Integer.toString(found.declaration().year()),
          found.declaration().version(),
          found.sheet(),
          found.row());
    }

    private EmployerFound employer(FoundEmployer found, Rules rules, Language language) {
      Optional<DeclarationState> state =
          procedure
              .standing(
                  new ProcedureLedger.Scope(
                      rules.policy().name(), rules.year(), Population.EMPLOYEES),
                  found.code())
              .map(ProcedureRecord::state);
      String turn =
          state
              .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .orElse("not-declared");
      return new EmployerFound(
          found.code(),
          found.name(),
          found.agency(),
          AgencyTelephones.of(rules.policy()).of(found.agency()),
          state
              .map(each -> Message.of("explain.state." + each.name()).in(language))
              .orElseGet(() -> Message.of("report.progress.not-declared").in(language)),
          Message.of("report.progress.next." + turn).in(language));
    }
  }
}
