package basedecl.desk.submission;

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

  /** A person of whom something changes; the wage is missing on the side where the person is. */
  public record Change(
      Kind kind, String name, IdNumber number, Optional<Money> before, Optional<Money> now) {}

  public Changes {
    shown = List.copyOf(shown);
  }

  public boolean isNone() {
    return joined + left + changed == 0;
  }

  /** One person's declared wage, or pension. */
  record Declared(String name, Money wage) {}

  /** Compares people with those that stand, one after the other. */
  static final class Comparison {

    private final Map<IdNumber, Declared> now;
    private final List<Change> shown = new ArrayList<>();
    private long left;
    private long changed;

    Comparison(Map<IdNumber, Declared> now) {
      this.now = new LinkedHashMap<>(now);
    }

    void standing(IdNumber number, Declared before) {
      Declared after = now.remove(number);
      if (after == null) {
        if (left++ < SHOWN) {
          shown.add(
              new Change(
                  Kind.LEFT, before.name(), number, Optional.of(before.wage()), Optional.empty()));
        }
      } else if (!after.equals(before) && changed++ < SHOWN) {
        shown.add(
            new Change(
                Kind.CHANGED,
                after.name(),
                number,
                Optional.of(before.wage()),
                Optional.of(after.wage())));
      }
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
                          Optional.of(each.getValue().wage()))));
      return new Changes(employerCode, version, now.size(), left, changed, shown);
    }
  }
}
