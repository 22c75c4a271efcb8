package basedecl.desk.submission;

import basedecl.declaration.row.MonthsInService;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another version of an employer's declaration would change.
 *
 * @param version the one that stands
 * @param shown the first of them, at most {@value #SHOWN} of each kind
 */
public record Changes(
    String employerCode, int version, long joined, long left, long changed, List<Change> shown) {

  /** People of each kind that are shown. */
  public static final int SHOWN = 50;

  /** What becomes of a person. */
  public enum Kind {
    JOINED,
    LEFT,
    CHANGED
  }

  /**
   * A person of whom something changes; the wage is missing on the side where the person is.
   *
   * @param months that count from now on, where they are not the whole year
   */
  public record Change(
      Kind kind,
      String name,
      IdNumber number,
      Optional<Money> before,
      Optional<Money> now,
      Optional<MonthsInService> months) {}

  public Changes {
    shown = List.copyOf(shown);
  }

  public boolean isNone() {
    return joined + left + changed == 0;
  }

  /** One person's declared wage, or pension, and the months that its row states. */
  record Declared(String name, Money wage, MonthsInService months) {}

  /** Compares people with those that stand, one after the other. */
  static final class Comparison {

    private final Map<IdNumber, Declared> now;
    private final Map<IdNumber, MonthsInService> takenOver;
    private final int year;
    private final List<Change> shown = new ArrayList<>();
    private long left;
    private long changed;

    /**
     * @param takenOver the months of people for whom nothing is stated now
     */
    Comparison(Map<IdNumber, Declared> now, Map<IdNumber, MonthsInService> takenOver, int year) {
      this.now = new LinkedHashMap<>(now);
      this.takenOver = takenOver;
      this.year = year;
    }

    void standing(IdNumber number, Declared before) {
      Declared after = now.remove(number);
      if (after == null) {
        if (left++ < SHOWN) {
          shown.add(
              new Change(
                  Kind.LEFT,
                  before.name(),
                  number,
                  Optional.of(before.wage()),
                  Optional.empty(),
                  Optional.empty()));
        }
      } else if (isChanged(before, after) && changed++ < SHOWN) {
        shown.add(
            new Change(
                Kind.CHANGED,
                after.name(),
                number,
                Optional.of(before.wage()),
                Optional.of(after.wage()),
                months(number, after)));
      }
    }

    /** Months that a row does not state stay what they were. */
    private boolean isChanged(Declared before, Declared after) {
      return !after.name().equals(before.name())
          || !after.wage().equals(before.wage())
          || (!after.months().isAlways()
              && !after.months().within(year).equals(before.months().within(year)));
    }

    private Optional<MonthsInService> months(IdNumber number, Declared after) {
      MonthsInService ofYear = takenOver.getOrDefault(number, after.months()).within(year);
      return Optional.of(ofYear).filter(m -> !m.equals(MonthsInService.ALWAYS.within(year)));
    }

    Changes result(String employerCode, int version) {
      now.entrySet().stream()
          .limit(SHOWN)
          .forEach(
              each ->
                  shown.add(
                      new Change(
                          Kind.JOINED,
                          each.getValue().name(),
                          each.getKey(),
                          Optional.empty(),
                          Optional.of(each.getValue().wage()),
                          months(each.getKey(), each.getValue()))));
      return new Changes(employerCode, version, now.size(), left, changed, shown);
    }
  }
}
