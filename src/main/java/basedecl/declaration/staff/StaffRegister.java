package basedecl.declaration.staff;

import basedecl.declaration.row.MonthsInService;
import basedecl.finding.FindingCode;
import basedecl.person.IdNumber;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who counts where in which months of a year, while changes are taken one after the other. Whoever
 * joins counts at no other employer from that month on; whoever leaves counted until then; and no
 * change reaches back behind a later one of the same person and employer.
 */
public final class StaffRegister {

  /** Why a change is not taken, with the words of the sentence. */
  public record Refusal(FindingCode code, List<String> words) {

    private static Optional<Refusal> of(FindingCode code, String... words) {
      return Optional.of(new Refusal(code, List.of(words)));
    }
  }

  private record Key(String employer, IdNumber person) {}

  private final Map<IdNumber, Map<String, MonthsInService>> served = new HashMap<>();
  private final Map<Key, YearMonth> last = new HashMap<>();

  /** Notes that an employer has a person in its declaration in force, or joined to it. */
  public void put(String employer, IdNumber person, MonthsInService months) {
    served.computeIfAbsent(person, same -> new HashMap<>()).put(employer, months);
  }

  /** Notes a change that stands already. */
  public void changed(StaffChange change) {
    last.merge(
        new Key(change.employer(), change.person()),
        change.from(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  /** The months of someone with an employer; empty where it does not know that person. */
  public Optional<MonthsInService> months(String employer, IdNumber person) {
    return Optional.ofNullable(served.getOrDefault(person, Map.of()).get(employer));
  }

  /** Takes a change, or tells why not. */
  public Optional<Refusal> take(StaffChange change) {
    Optional<Refusal> refusal = refusal(change);
    if (refusal.isEmpty()) {
      MonthsInService before =
          months(change.employer(), change.person()).orElse(MonthsInService.NEVER);
      put(
          change.employer(),
          change.person(),
          change.kind().joins()
              ? before.startingAgain(change.from())
              : before.endingBefore(change.from()));
      changed(change);
    }
    return refusal;
  }

  private Optional<Refusal> refusal(StaffChange change) {
    Optional<MonthsInService> own = months(change.employer(), change.person());
    YearMonth latest = last.get(new Key(change.employer(), change.person()));
    if (latest != null && latest.isAfter(change.from())) {
      return Refusal.of(FindingCode.STAFF_CHANGE_LATER, latest.toString());
    }
    boolean serving = own.filter(months -> months.goOnAt(change.from())).isPresent();
    if (change.kind().joins()) {
      return serving
          ? Refusal.of(FindingCode.STAFF_IN_SERVICE, change.from().toString())
          : elsewhere(change)
              .flatMap(
                  employer ->
                      Refusal.of(FindingCode.STAFF_ELSEWHERE, change.from().toString(), employer));
    }
    if (own.isEmpty()) {
      return Refusal.of(FindingCode.STAFF_UNKNOWN);
    }
    return serving
        ? Optional.empty()
        : Refusal.of(FindingCode.STAFF_NOT_IN_SERVICE, change.from().toString());
  }

  /** Another employer where the person counts in that month or later. */
  private Optional<String> elsewhere(StaffChange change) {
    return served.getOrDefault(change.person(), Map.of()).entrySet().stream()
        .filter(other -> !other.getKey().equals(change.employer()))
        .filter(other -> other.getValue().goOnAt(change.from()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }
}
