package basedecl.declaration.change;

import basedecl.declaration.Employer;
import basedecl.declaration.EmployerEnd;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every change on record, and what follows from them: who is how, who is no more, who bears what.
 */
public final class EmployerHistory {

  /** Nothing ever changed. */
  public static final EmployerHistory NONE = new EmployerHistory(List.of());

  private final List<KeptChange> changes;
  private final Map<String, List<KeptChange>> byCode = new HashMap<>();
  private final Map<String, EmployerEnd> ends = new HashMap<>();

  /** The first own month of those that split off another one. */
  private final Map<String, YearMonth> begins = new HashMap<>();

  public EmployerHistory(Collection<KeptChange> changes) {
    this.changes =
        changes.stream()
            .sorted(Comparator.comparing(KeptChange::change, EmployerChange.IN_ORDER))
            .toList();
    for (KeptChange kept : this.changes) {
      String code = kept.change().code();
      byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(kept);
      kept.change().end().ifPresent(end -> ends.putIfAbsent(code, end));
      if (kept.change().kind() == ChangeKind.SPLIT) {
        kept.change()
            .partner()
            .ifPresent(partner -> begins.putIfAbsent(partner, kept.change().firstMonthAfter()));
      }
    }
  }

  /** All of them in the order in which they take effect. */
  public List<KeptChange> all() {
    return changes;
  }

  /** Whether the same change is on record. */
  public boolean has(EmployerChange change) {
    return changes.stream().anyMatch(kept -> kept.change().saysTheSame(change));
  }

  /** One employer's, and those of others that it is the partner of, in order. */
  public List<KeptChange> concerning(String code) {
    return changes.stream()
        .filter(kept -> kept.change().code().equals(code) || isPartner(kept.change(), code))
        .toList();
  }

  private static boolean isPartner(EmployerChange change, String code) {
    return change.partner().filter(code::equals).isPresent();
  }

  /** The end of an employer, on record for whatever day. */
  public Optional<EmployerEnd> end(String code) {
    return Optional.ofNullable(ends.get(code));
  }

  /** The end of an employer that came so early that the month is not owed any more. */
  public Optional<EmployerEnd> endBefore(String code, YearMonth month) {
    return end(code).filter(end -> !end.owes(month));
  }

  /** Whether an employer came, or comes, into being by a split. */
  boolean isSplitOff(String code) {
    return begins.containsKey(code);
  }

  /**
   * Whether an employer owes a month: it did not end before, and did not split off another one
   * after it, since that one owed the month.
   */
  public boolean owes(String code, YearMonth month) {
    YearMonth begin = begins.get(code);
    return endBefore(code, month).isEmpty() && (begin == null || !month.isBefore(begin));
  }

  /** The ends that are over on a day, by employer. */
  public Map<String, EmployerEnd> over(LocalDate day) {
    Map<String, EmployerEnd> over = new HashMap<>();
    ends.forEach(
        (code, end) -> {
          if (end.isOver(day)) {
            over.put(code, end);
          }
        });
    return over;
  }

  /** The name before a change and after it. */
  public String nameBefore(KeptChange kept) {
    return before(kept, EmployerChange::name, KeptChange::nameBefore, ChangeKind.RENAMED);
  }

  /** The agency before a change. */
  public String agencyBefore(KeptChange kept) {
    return before(kept, EmployerChange::agency, KeptChange::agencyBefore, ChangeKind.MOVED);
  }

  private String before(
      KeptChange kept,
      Function<EmployerChange, Optional<String>> after,
      Function<KeptChange, String> stored,
      ChangeKind kind) {
    String text = stored.apply(kept);
    for (KeptChange other : ofKind(kept.change().code(), kind)) {
      if (EmployerChange.IN_ORDER.compare(other.change(), kept.change()) < 0) {
        text = after.apply(other.change()).orElse(text);
      }
    }
    return text;
  }

  private List<KeptChange> ofKind(String code, ChangeKind kind) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(kept -> kept.change().kind() == kind)
        .toList();
  }

  /**
   * The name of an employer on the eve of a day, where its changes tell it: what the last one
   * before made of it, or what the first one after found.
   */
  public Optional<String> nameOnTheEve(String code, LocalDate day) {
    return onTheEve(
        ofKind(code, ChangeKind.RENAMED), day, EmployerChange::name, KeptChange::nameBefore);
  }

  /** The agency of an employer on the eve of a day, likewise. */
  public Optional<String> agencyOnTheEve(String code, LocalDate day) {
    return onTheEve(
        ofKind(code, ChangeKind.MOVED), day, EmployerChange::agency, KeptChange::agencyBefore);
  }

  private static Optional<String> onTheEve(
      List<KeptChange> changes,
      LocalDate day,
      Function<EmployerChange, Optional<String>> after,
      Function<KeptChange, String> stored) {
    Optional<String> told = Optional.empty();
    for (KeptChange kept : changes) {
      if (kept.change().on().isBefore(day)) {
        told = after.apply(kept.change());
      } else {
        return told.isPresent() ? told : Optional.of(stored.apply(kept));
      }
    }
    return told;
  }

  /**
   * The employers on a day. A roster that still tells what a change replaced does not undo it: the
   * change stands, and the employer is named. Any other value of the roster is the newer one. An
   * employer that came to its end, or split off, is kept where the roster leaves it out.
   *
   * @param handed the roster handed over; where none was, those known
   * @param known the employers as they were known before
   */
  public Picture on(LocalDate day, Collection<Employer> handed, Collection<Employer> known) {
    Map<String, Employer> employers = new LinkedHashMap<>();
    Set<String> outdated = new HashSet<>();
    for (Employer employer : handed) {
      Employer now = on(day, employer);
      employers.put(employer.code(), now);
      boolean toldAnotherAgency =
          !employer.agency().isBlank() && !now.agency().equals(employer.agency());
      if (!now.name().equals(employer.name()) || toldAnotherAgency) {
        outdated.add(employer.code());
      }
    }
    for (Employer employer : known) {
      if (ends.containsKey(employer.code()) || hasSplitOff(employer.code(), day)) {
        employers.putIfAbsent(employer.code(), on(day, employer));
      }
    }
    changes.stream()
        .map(KeptChange::change)
        .filter(change -> change.kind() == ChangeKind.SPLIT && !change.on().isAfter(day))
        .forEach(
            change ->
                change
                    .partner()
                    .ifPresent(
                        code ->
                            employers.computeIfAbsent(
                                code,
                                key -> on(day, splitOff(change, employers.get(change.code()))))));
    return new Picture(
        List.copyOf(employers.values()), over(day), outdated.stream().sorted().toList());
  }

  private boolean hasSplitOff(String code, LocalDate day) {
    return changes.stream()
        .map(KeptChange::change)
        .anyMatch(
            change ->
                change.kind() == ChangeKind.SPLIT
                    && isPartner(change, code)
                    && !change.on().isAfter(day));
  }

  private static Employer splitOff(EmployerChange change, @Nullable Employer whole) {
    return new Employer(
        change.partner().orElseThrow(),
        change.name().orElse(""),
        Optional.empty(),
        change.agency().orElse(whole == null ? "" : whole.agency()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Employer on(LocalDate day, Employer handed) {
    String code = handed.code();
    String name =
        now(
            handed.name(),
            reached(ofKind(code, ChangeKind.RENAMED), day),
            EmployerChange::name,
            KeptChange::nameBefore);
    String agency =
        now(
            handed.agency(),
            reached(ofKind(code, ChangeKind.MOVED), day),
            EmployerChange::agency,
            KeptChange::agencyBefore);
    return new Employer(
        code,
        name,
        handed.creditCode(),
        agency,
        handed.civilServantSubsidy(),
        handed.pensionInsured(),
        handed.lastMonthAmount(),
        handed.lastYearBaseTotal());
  }

  private static List<KeptChange> reached(List<KeptChange> changes, LocalDate day) {
    return changes.stream().filter(kept -> !kept.change().on().isAfter(day)).toList();
  }

  private static String now(
      String handed,
      List<KeptChange> reached,
      Function<EmployerChange, Optional<String>> after,
      Function<KeptChange, String> stored) {
    if (reached.isEmpty()) {
      return handed;
    }
    List<String> values = new ArrayList<>(reached.stream().map(stored).toList());
    reached.forEach(kept -> after.apply(kept.change()).ifPresent(values::add));
    return handed.isBlank() || values.contains(handed)
        ? after.apply(reached.get(reached.size() - 1).change()).orElse(handed)
        : handed;
  }

  /** Who bears which months of whom on a day, in order of who does, of whom, and of months. */
  public List<Inheritance> inheritances(LocalDate day) {
    List<Inheritance> found = new ArrayList<>();
    byCode.forEach(
        (code, own) -> {
          Optional<YearMonth> since = Optional.empty();
          for (KeptChange kept : own) {
            EmployerChange change = kept.change();
            if (change.arrearsPass() && !change.on().isAfter(day)) {
              YearMonth until = change.firstMonthAfter();
              found.add(
                  new Inheritance(code, heir(change.partner().orElseThrow(), day), since, until));
              since = Optional.of(until);
            }
          }
        });
    found.sort(
        Comparator.comparing(Inheritance::to)
            .thenComparing(Inheritance::from)
            .thenComparing(Inheritance::until));
    return found;
  }

  /** Who stands in an employer's place on a day: itself, or the last it merged into. */
  public String heir(String code, LocalDate day) {
    String heir = code;
    Set<String> seen = new HashSet<>();
    while (seen.add(heir)) {
      Optional<String> next =
          end(heir).filter(end -> !end.on().isAfter(day)).flatMap(EmployerEnd::successor);
      if (next.isEmpty()) {
        return heir;
      }
      heir = next.get();
    }
    return code;
  }

  /** Every name and code that an employer of the history goes by or went by. */
  public Stream<String> formerNames(String code) {
    return ofKind(code, ChangeKind.RENAMED).stream().map(this::nameBefore).distinct();
  }

  /** The same with one more. */
  public EmployerHistory with(KeptChange kept) {
    List<KeptChange> more = new ArrayList<>(changes);
    more.add(kept);
    return new EmployerHistory(more);
  }
}
