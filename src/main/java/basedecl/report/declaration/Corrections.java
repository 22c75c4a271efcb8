package basedecl.report.declaration;

import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearInMonth.Replacement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The versions of a year that others took the place of, as they were sent, with the figures of one
 * month.
 */
public final class Corrections {

  private final YearInMonth year;
  private final YearInMonth declared;
  private final List<Replacement> replacements;

  private Corrections(YearInMonth year, YearInMonth declared, List<Replacement> replacements) {
    this.year = year;
    this.declared = declared;
    this.replacements = List.copyOf(replacements);
  }

  public static Corrections of(YearInMonth year) {
    YearInMonth declared = year.asDeclared();
    return new Corrections(year, declared, declared.replacements());
  }

  /** Those whose later version is of a kind. */
  public Corrections only(Predicate<DeclarationRecord> after) {
    return new Corrections(
        year, declared, replacements.stream().filter(each -> after.test(each.after())).toList());
  }

  public List<Replacement> replacements() {
    return replacements;
  }

  List<PersonChange> changes(Replacement versions) {
    return PersonChange.between(people(versions.before()), people(versions.after()));
  }

  private PersonChange.People people(DeclarationRecord declaration) {
    return person -> declared.forEachPerson(List.of(declaration), person, RuntimeException.class);
  }

  /** Of someone added who does not count from January: the months that count. */
  Optional<MonthsInService> served(Replacement versions, PersonChange change) {
    return change.kind() == PersonChange.Kind.ADDED
        ? Optional.of(year.served(versions.after(), change.person().line()))
            .filter(months -> !months.isAlways())
        : Optional.empty();
  }
}
