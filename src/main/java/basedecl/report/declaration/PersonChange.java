package basedecl.report.declaration;

import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearLedger.PersonConsumer;
import basedecl.person.IdNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person whose line is another in a later version of a declaration; one of the two lines is there
 * at least.
 */
public record PersonChange(Optional<PersonRecord> before, Optional<PersonRecord> after) {

  /** What became of the person; the names stand in the keys of their titles. */
  public enum Kind {
    /** 新增. */
    ADDED,
    /** 减少. */
    REMOVED,
    /** 调整: wage, base, dues or the spelling of the name. */
    CHANGED
  }

  /** Passes on every person of one version, in line order. */
  public interface People {
    void forEach(PersonConsumer<RuntimeException> person);
  }

  public Kind kind() {
    return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  /** As it is written now; as it was where the person left. */
  public PersonRecord person() {
    return after.or(() -> before).orElseThrow();
  }

  /**
   * Everybody whose line changed: those of the later version in its order, then those who left.
   * Both sides should be of one month, so that no line is there for the limits alone.
   */
  public static List<PersonChange> between(People earlier, People later) {
    Map<IdNumber, PersonRecord> old = byNumber(earlier);
    Map<IdNumber, PersonRecord> now = byNumber(later);
    List<PersonChange> changes = new ArrayList<>();
    now.forEach(
        (id, person) -> {
          Optional<PersonRecord> before = Optional.ofNullable(old.get(id));
          if (before.isEmpty() || isOther(before.get(), person)) {
            changes.add(new PersonChange(before, Optional.of(person)));
          }
        });
    old.forEach(
        (id, person) -> {
          if (!now.containsKey(id)) {
            changes.add(new PersonChange(Optional.of(person), Optional.empty()));
          }
        });
    return changes;
  }

  private static Map<IdNumber, PersonRecord> byNumber(People version) {
    Map<IdNumber, PersonRecord> people = new LinkedHashMap<>();
    version.forEach((declaration, person) -> people.put(person.idNumber(), person));
    return people;
  }

  private static boolean isOther(PersonRecord old, PersonRecord now) {
    return !old.declaredWage().equals(now.declaredWage())
        || !old.base().equals(now.base())
        || !old.dues().equals(now.dues())
        || !old.name().equals(now.name());
  }
}
