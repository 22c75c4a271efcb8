package basedecl.audit;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.person.PersonSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tax file's wages by employer and person in little memory: some 60 MB for a million lines. */
public final class TaxWages {

  private static final int SMALLEST = 1 << 10;

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<Employer> employers = new ArrayList<>();
  private final PersonSet persons = new PersonSet();
  private long[] monthlyFen = new long[SMALLEST];
  private int lines;

  private static final class Employer {
    private final String code;
    private long persons;
    private Money yearTotal = Money.ZERO;

    Employer(String code) {
      this.code = code;
    }
  }

  /** An employer of the tax file; {@code yearTotal} is the year's income of its people. */
  public record TaxEmployer(String code, long persons, Money yearTotal) {}

  /**
   * Adds a line; an employer's person counts once.
   *
   * @param monthly the year's income over its months
   * @return whether it is the person's first line of this employer
   */
  public boolean add(String employer, IdNumber person, Money year, Money monthly) {
    int index =
        indexes.computeIfAbsent(
            employer,
            code -> {
              employers.add(new Employer(code));
              return employers.size() - 1;
            });
    PersonSet.Place place = new PersonSet.Place(index, lines);
    if (!persons.firstSeen(index, person, place).equals(place)) {
      return false;
    }
    if (lines == monthlyFen.length) {
      monthlyFen = Arrays.copyOf(monthlyFen, 2 * lines);
    }
    monthlyFen[lines] = monthly.amount().movePointRight(Money.SCALE).longValueExact();
    lines++;
    Employer entry = employers.get(index);
    entry.persons++;
    entry.yearTotal = entry.yearTotal.plus(year);
    return true;
  }

  /** The person's monthly wage with this employer. */
  public Optional<Money> monthly(String employer, IdNumber person) {
    return Optional.ofNullable(indexes.get(employer))
        .flatMap(index -> persons.find(index, person))
        .map(place -> Money.ofFen(monthlyFen[place.row()]));
  }

  public long lines() {
    return lines;
  }

  public Optional<TaxEmployer> employer(String code) {
    return Optional.ofNullable(indexes.get(code)).map(employers::get).map(TaxWages::told);
  }

  /** Every employer of the file, in order of first sight. */
  public List<TaxEmployer> employers() {
    return employers.stream().map(TaxWages::told).toList();
  }

  private static TaxEmployer told(Employer employer) {
    return new TaxEmployer(employer.code, employer.persons, employer.yearTotal);
  }
}
