package basedecl.desk.edit;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.MonthsInService.Span;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an employer declared last: in the version that stands this year, and the year before. */
public final class LastPeople {

  private final YearLedger ledger;
  private final MonthsInServiceLedger service;

  public LastPeople(YearLedger ledger, MonthsInServiceLedger service) {
    this.ledger = ledger;
    this.service = service;
  }

  /** Somebody declared, with the months that counted by everything that came since. */
  record LastPerson(PersonRecord person, MonthsInService months) {

    /** 起缴月份; empty where it is January, or where one month says too little. */
    String servedFrom(int year) {
      return span(year)
          .map(Span::from)
          .filter(from -> from.getMonthValue() > 1)
          .map(YearMonth::toString)
          .orElse("");
    }

    /** 停缴月份; empty where December counts, or where one month says too little. */
    String servedUntil(int year) {
      return span(year)
          .map(Span::to)
          .filter(to -> to.getMonthValue() < 12)
          .map(to -> to.plusMonths(1).toString())
          .orElse("");
    }

    /** Whoever left and came again has two: left open, they stay what they are. */
    private Optional<Span> span(int year) {
      List<Span> spans = months.within(year).spans();
      return spans.size() == 1 ? Optional.of(spans.get(0)) : Optional.empty();
    }
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
  List<LastPerson> people(Source source) {
    Map<Integer, MonthsInService> months = service.of(source.declaration().id());
    List<LastPerson> people = new ArrayList<>();
    ledger.forEachPerson(
        List.of(source.declaration()),
        (declaration, person) ->
            people.add(
                new LastPerson(person, months.getOrDefault(person.line(), MonthsInService.ALWAYS))),
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
