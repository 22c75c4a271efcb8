package basedecl.reference;

import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Fee;
import basedecl.reference.RandomYear.Free;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Lim;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.RandomYear.Rat;
import basedecl.reference.RandomYear.TakenUp;
import basedecl.reference.SlowStaff.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A year worked out the slow way: for every person and month again from the beginning which limits
 * hold and when they were known, for every slice day by day whether it is late. It shares no code
 * with the product.
 */
final class SlowYear {

  /** A line of a month's late fee. */
  record Slice(BigDecimal principal, LocalDate first, LocalDate last, int days, BigDecimal fee) {}

  private final RandomYear year;
  private final List<List<Member>> people = new ArrayList<>();

  SlowYear(RandomYear year) {
    this.year = year;
    for (int employer = 0; employer < year.employers(); employer++) {
      people.add(SlowStaff.of(year.happenings(), employer));
    }
  }

  /** The declaration of an employer that stands at the end; null-free: every employer has one. */
  Declared standing(int employer) {
    return standing(employer, year.happenings().size());
  }

  boolean hasDeclared(int employer, int before) {
    return year.happenings().subList(0, before).stream()
        .anyMatch(h -> h instanceof Declared d && d.employer() == employer);
  }

  /** Everybody in that declaration, also who counts in no month any more. */
  List<Member> people(int employer) {
    return people.get(employer);
  }

  /** Whom a month of that declaration counts. */
  List<Member> people(int employer, int month) {
    return people(employer).stream().filter(one -> one.months().contains(month)).toList();
  }

  Declared standing(int employer, int before) {
    Declared last = null;
    for (Happening each : year.happenings().subList(0, before)) {
      if (each instanceof Declared declared && declared.employer() == employer) {
        last = declared;
      }
    }
    if (last == null) {
      throw new IllegalStateException("Employer " + employer + " has not declared");
    }
    return last;
  }

  /** The limits that a month of an employer is charged by at the end. */
  Lim limits(int employer, int month) {
    return limits(employer, month, year.happenings().size(), 12);
  }

  /**
   * @param before happenings that count
   * @param lastFrom runs of limit-change from later months do not count
   */
  private Lim limits(int employer, int month, int before, int lastFrom) {
    Declared declared = standing(employer, before);
    int at = 0;
    for (int i = 0; i < before; i++) {
      if (year.happenings().get(i) == declared) {
        at = i;
      }
    }
    LocalDate known = declared.day();
    for (int i = at + 1; i < before; i++) {
      if (year.happenings().get(i) instanceof TakenUp up
          && up.from() <= month
          && up.from() <= lastFrom) {
        known = up.day();
      }
    }
    return limitsKnown(month, known);
  }

  private Lim limitsKnown(int month, LocalDate known) {
    Lim best = year.limits().get(0);
    for (Lim each : year.limits()) {
      boolean holds = each.from() <= month && !each.published().isAfter(known);
      boolean later =
          each.from() > best.from()
              || (each.from() == best.from() && each.published().isAfter(best.published()));
      if (holds && later) {
        best = each;
      }
    }
    return best;
  }

  BigDecimal base(int employer, int month, BigDecimal wage) {
    return clamp(wage, limits(employer, month));
  }

  /**
   * Who pays by another base from the month of a run of limit-change on: employer, before, after.
   */
  List<String> changed(int happening) {
    TakenUp up = (TakenUp) year.happenings().get(happening);
    List<String> changed = new ArrayList<>();
    for (int employer = 0; employer < year.employers(); employer++) {
      if (hasDeclared(employer, happening)) {
        int compared = Math.max(1, up.from() - 1);
        for (Member one : SlowStaff.of(year.happenings().subList(0, happening), employer)) {
          Lim earlier = limits(employer, compared, happening, up.from() - 1);
          BigDecimal before = clamp(one.wage(), earlier);
          BigDecimal after = clamp(one.wage(), limitsKnown(up.from(), up.day()));
          if (one.countsFrom(up.from()) && before.compareTo(after) != 0) {
            changed.add(employer + " " + before + " " + after);
          }
        }
      }
    }
    return changed;
  }

  private BigDecimal clamp(BigDecimal wage, Lim limits) {
    BigDecimal lower = new BigDecimal(limits.lower());
    BigDecimal upper = new BigDecimal(limits.upper());
    if (wage.compareTo(lower) <= 0) {
      return lower;
    }
    if (wage.compareTo(upper) >= 0) {
      return upper;
    }
    BigDecimal rounded = wage.setScale(year.scale(), RoundingMode.valueOf(year.mode())).setScale(2);
    if (rounded.compareTo(lower) < 0) {
      return lower;
    }
    return rounded.compareTo(upper) > 0 ? upper : rounded;
  }

  Rat rate(int month) {
    Rat best = year.rates().get(0);
    for (Rat each : year.rates()) {
      if (each.from() <= month) {
        best = each;
      }
    }
    return best;
  }

  static BigDecimal part(BigDecimal base, String rate) {
    return base.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
  }

  /** Both parts of everybody who counts. */
  BigDecimal due(int employer, int month) {
    BigDecimal sum = new BigDecimal("0.00");
    for (Member one : people(employer, month)) {
      BigDecimal base = base(employer, month, one.wage());
      sum = sum.add(part(base, rate(month).employer())).add(part(base, rate(month).personal()));
    }
    return sum;
  }

  boolean flagged(int employer, int month) {
    List<Member> people = people(employer, month);
    Lim limits = limits(employer, month);
    long low =
        people.stream()
            .filter(one -> clamp(one.wage(), limits).compareTo(new BigDecimal(limits.lower())) == 0)
            .count();
    return low * 100 > people.size() * 70L;
  }

  String adjustment(int employer, int month, BigDecimal wage) {
    Lim limits = limits(employer, month);
    BigDecimal lower = new BigDecimal(limits.lower());
    BigDecimal upper = new BigDecimal(limits.upper());
    BigDecimal rounded = wage.setScale(year.scale(), RoundingMode.valueOf(year.mode()));
    if (wage.compareTo(lower) == 0 || wage.compareTo(upper) == 0) {
      return "原值";
    }
    if (wage.compareTo(lower) < 0 || rounded.compareTo(lower) < 0) {
      return "保底";
    }
    return wage.compareTo(upper) > 0 || rounded.compareTo(upper) > 0 ? "封顶" : "原值";
  }

  /**
   * The first month of this employer that should be charged by limits known at the end, and is not
   * for want of limit-change; 0 where there is none, or where nobody's base would be another.
   */
  int pendingFrom(int employer) {
    List<String> charged = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      charged.add(amounts(limits(employer, month)));
    }
    int first = 0;
    int last = 0;
    for (int month = 1; month <= RandomYear.stated(year.end()).getMonthValue(); month++) {
      if (!charged.contains(amounts(limitsKnown(month, year.end())))) {
        first = first == 0 ? month : first;
        last = month;
      }
    }
    for (Member one : people(employer, last)) {
      BigDecimal known = clamp(one.wage(), limitsKnown(last, year.end()));
      if (base(employer, last, one.wage()).compareTo(known) != 0) {
        return first;
      }
    }
    return 0;
  }

  private static String amounts(Lim limits) {
    return limits.lower() + "–" + limits.upper();
  }

  List<Paid> payments(int employer, int month) {
    List<Paid> payments = new ArrayList<>();
    for (Happening each : year.happenings()) {
      if (each instanceof Paid paid && paid.employer() == employer && paid.month() == month) {
        payments.add(paid);
      }
    }
    // Of one day the smaller counts first.
    payments.sort(Comparator.comparing(Paid::day).thenComparing(Paid::amount));
    return payments;
  }

  List<Slice> slices(int employer, int month) {
    return slices(due(employer, month), RandomYear.deadline(month), payments(employer, month));
  }

  /** What was late of a due, paid by these amounts in their order. */
  List<Slice> slices(BigDecimal due, LocalDate deadline, List<Paid> payments) {
    List<Slice> slices = new ArrayList<>();
    BigDecimal open = due;
    for (Paid paid : payments) {
      BigDecimal slice = paid.amount().min(open);
      open = open.subtract(slice);
      if (slice.signum() > 0 && paid.day().isAfter(deadline)) {
        LocalDate last =
            feeOn(paid.day()).countsPaymentDay() ? paid.day() : paid.day().minusDays(1);
        slices.addAll(late(slice, deadline, last));
      }
    }
    if (open.signum() > 0 && year.end().isAfter(deadline)) {
      slices.addAll(late(open, deadline, year.end()));
    }
    return slices;
  }

  private List<Slice> late(BigDecimal principal, LocalDate deadline, LocalDate last) {
    LocalDate first =
        feeOn(deadline.plusDays(1)).nextMonth()
            ? LocalDate.of(deadline.getYear(), deadline.getMonth(), 1).plusMonths(1)
            : deadline.plusDays(1);
    List<Slice> slices = new ArrayList<>();
    BigDecimal charged = BigDecimal.ZERO;
    for (Fee fee : year.fees()) {
      LocalDate from = null;
      LocalDate to = null;
      int days = 0;
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        if (feeOn(day).equals(fee)) {
          from = from == null ? day : from;
          to = day;
          days += isFree(day) ? 0 : 1;
        }
      }
      if (from != null && to != null && days > 0) {
        BigDecimal full =
            principal
                .multiply(new BigDecimal(fee.daily()))
                .multiply(BigDecimal.valueOf(days))
                .setScale(2, RoundingMode.HALF_UP);
        if (fee.cap() && charged.add(full).compareTo(principal) > 0) {
          full = principal.subtract(charged).max(new BigDecimal("0.00"));
        }
        charged = charged.add(full);
        slices.add(new Slice(principal, from, to, days, full));
      }
    }
    return slices;
  }

  private Fee feeOn(LocalDate day) {
    Fee best = year.fees().get(0);
    for (Fee each : year.fees()) {
      if (!each.from().isAfter(day)) {
        best = each;
      }
    }
    return best;
  }

  private boolean isFree(LocalDate day) {
    for (Free each : year.waivers()) {
      if (!day.isBefore(each.from()) && !day.isAfter(each.to())) {
        return true;
      }
    }
    return false;
  }
}
