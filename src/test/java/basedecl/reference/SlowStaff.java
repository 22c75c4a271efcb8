package basedecl.reference;

import basedecl.reference.RandomYear.Change;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Line;
import basedecl.reference.RandomYear.StaffChanged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who counts where in which months, the slow way: everything that happened is gone through again
 * from the beginning whenever it is asked for. It shares no code with the product.
 */
final class SlowStaff {

  /**
   * Someone in the declaration of an employer that stands.
   *
   * @param months those that count, 1 to 12
   * @param joined not in the rows of the declaration
   */
  record Member(int person, BigDecimal wage, Set<Integer> months, boolean joined) {
    Member with(Set<Integer> other) {
      return new Member(person, wage, other, joined);
    }

    boolean countsFrom(int month) {
      return months.stream().anyMatch(each -> each >= month);
    }
  }

  /** By employer every version, the one in force last; people in the order of their lines. */
  private final Map<Integer, List<List<Member>>> versions = new TreeMap<>();

  private final List<Change> taken = new ArrayList<>();

  private SlowStaff() {}

  /** The people of an employer after these happenings, whatever months they count in. */
  static List<Member> of(List<Happening> happenings, int employer) {
    SlowStaff staff = new SlowStaff();
    for (Happening each : happenings) {
      if (each instanceof Declared declared) {
        staff.declare(declared);
      } else if (each instanceof StaffChanged changed) {
        staff.change(changed);
      }
    }
    return List.copyOf(staff.inForce(employer));
  }

  private List<Member> inForce(int employer) {
    List<List<Member>> all = versions.getOrDefault(employer, List.of());
    return all.isEmpty() ? List.of() : all.get(all.size() - 1);
  }

  private void declare(Declared declared) {
    List<Member> now = new ArrayList<>();
    Set<Integer> written = new HashSet<>();
    for (Line line : declared.lines()) {
      now.add(new Member(line.person(), line.wage(), months(declared, line), false));
      written.add(line.person());
    }
    for (Member member : inForce(declared.employer())) {
      if (member.joined() && !written.contains(member.person())) {
        now.add(member);
      }
    }
    versions.computeIfAbsent(declared.employer(), same -> new ArrayList<>()).add(now);
  }

  private Set<Integer> months(Declared declared, Line line) {
    if (line.statesMonths()) {
      return months(Math.max(1, line.from()), line.until() == 0 ? 12 : line.until() - 1);
    }
    List<List<Member>> all = versions.getOrDefault(declared.employer(), List.of());
    for (int i = all.size() - 1; i >= 0; i--) {
      for (Member member : all.get(i)) {
        if (member.person() == line.person()) {
          return member.months();
        }
      }
    }
    int added = declared.day().getYear() * 12 + declared.day().getMonthValue();
    return all.isEmpty() ? months(1, 12) : months(added - RandomYear.YEAR * 12, 12);
  }

  private static Set<Integer> months(int from, int to) {
    Set<Integer> months = new TreeSet<>();
    for (int month = 1; month <= 12; month++) {
      if (month >= from && month <= to) {
        months.add(month);
      }
    }
    return months;
  }

  private void change(StaffChanged changed) {
    List<Change> inOrder = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      for (boolean joins : List.of(false, true)) {
        for (Change each : changed.changes()) {
          if (each.month() == month && each.joins() == joins) {
            inOrder.add(each);
          }
        }
      }
    }
    for (Change each : inOrder) {
      if (isPossible(each)) {
        take(each);
      }
    }
  }

  private static boolean isSame(Change one, Change other) {
    return one.employer() == other.employer()
        && one.person() == other.person()
        && one.joins() == other.joins()
        && one.month() == other.month()
        && (!one.joins() || one.wage().compareTo(other.wage()) == 0);
  }

  private boolean isPossible(Change change) {
    if (inForce(change.employer()).isEmpty()) {
      return false;
    }
    for (Change earlier : taken) {
      boolean ofTheSame =
          earlier.employer() == change.employer() && earlier.person() == change.person();
      if (isSame(earlier, change) || (ofTheSame && earlier.month() > change.month())) {
        return false;
      }
    }
    boolean here = member(change).filter(one -> one.countsFrom(change.month())).isPresent();
    return change.joins() ? !here && !isElsewhere(change) : here;
  }

  private boolean isElsewhere(Change change) {
    for (int employer : versions.keySet()) {
      for (Member member : inForce(employer)) {
        if (employer != change.employer()
            && member.person() == change.person()
            && member.countsFrom(change.month())) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Member> member(Change change) {
    return inForce(change.employer()).stream()
        .filter(one -> one.person() == change.person())
        .findFirst();
  }

  private void take(Change change) {
    List<Member> people = inForce(change.employer());
    Optional<Member> member = member(change);
    Set<Integer> months = new TreeSet<>();
    for (int month = 1; month <= 12; month++) {
      boolean before = member.isPresent() && member.get().months().contains(month);
      if (month < change.month() ? before : change.joins()) {
        months.add(month);
      }
    }
    if (member.isPresent()) {
      people.replaceAll(one -> one.person() == change.person() ? one.with(months) : one);
    } else {
      people.add(new Member(change.person(), change.wage(), months, true));
    }
    taken.add(change);
  }
}
