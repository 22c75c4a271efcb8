package basedecl.desk.edit;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an employer declared last: in the version that stands this year, and the year before. */
public final class LastPeople {

  private final YearLedger ledger;

  public LastPeople(YearLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * A declaration whose people another can begin with.
   *
   * @param ofThisYear whether its wages are this year's too
   */
  public record Source(boolean ofThisYear, DeclarationRecord declaration) {}

  /** What there is to begin with, this year's before last year's. */
  public List<Source> sources(For whom) {
    return Stream.of(source(whom, whom.year()), source(whom, whom.year() - 1))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Its people in the order of the file they came in. */
  public List<PersonRecord> people(Source source) {
    List<PersonRecord> people = new ArrayList<>();
    ledger.forEachPerson(
        List.of(source.declaration()),
        (declaration, person) -> people.add(person),
        RuntimeException.class);
    return people;
  }

  /** Whether another version may be submitted this year. */
  public boolean isOpen(For whom) {
    return versions(whom, whom.year()).stream()
        .filter(VersionRecord::current)
        .allMatch(
            inForce ->
                DeclarationProcedure.mayHaveSuccessor(
                    whom.population(), inForce.declaration().state()));
  }

  private Optional<Source> source(For whom, int year) {
    List<VersionRecord> versions = versions(whom, year);
    return Stream.of(VersionStanding.PENDING, VersionStanding.CURRENT)
        .flatMap(standing -> versions.stream().filter(version -> version.standing() == standing))
        .findFirst()
        .map(version -> new Source(year == whom.year(), version.declaration()));
  }

  private List<VersionRecord> versions(For whom, int year) {
    return ledger.versions(whom.policy(), year, whom.population(), whom.employerCode());
  }
}
