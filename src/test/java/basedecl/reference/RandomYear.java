package basedecl.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A contribution year by chance, in plain values: limits and rates that change up to three times,
 * published before or after they take effect, rounding, late-fee rules and overlapping waivers; and
 * what happens in it: declarations and corrections, payments, limit-change run in time, late, twice
 * or never.
 */
record RandomYear(
    long seed,
    List<Lim> limits,
    List<Rat> rates,
    int scale,
    String mode,
    List<Fee> fees,
    List<Free> waivers,
    int employers,
    List<Happening> happenings,
    LocalDate end) {

  static final int YEAR = 2024;

  record Lim(int from, String lower, String upper, LocalDate published) {}

  record Rat(int from, String employer, String personal) {}

  record Fee(
      LocalDate from, String daily, boolean nextMonth, boolean countsPaymentDay, boolean cap) {}

  record Free(LocalDate from, LocalDate to) {}

  sealed interface Happening permits Declared, StaffChanged, TakenUp, Paid {
    LocalDate day();
  }

  /**
   * A row of a declaration.
   *
   * @param from 起缴月份, 0 where it says none
   * @param until 停缴月份, 0 where it says none
   */
  record Line(int person, BigDecimal wage, int from, int until) {
    boolean statesMonths() {
      return from > 0 || until > 0;
    }
  }

  record Declared(LocalDate day, int employer, List<Line> lines) implements Happening {}

  /** A row of staff-changes; the wage counts of those who join. */
  record Change(int employer, int person, boolean joins, int month, BigDecimal wage) {}

  record StaffChanged(LocalDate day, List<Change> changes) implements Happening {}

  record TakenUp(LocalDate day, int from) implements Happening {}

  record Paid(LocalDate day, int employer, int month, BigDecimal amount) implements Happening {}

  static LocalDate deadline(int month) {
    return LocalDate.of(YEAR, month, 25);
  }

  static RandomYear of(long seed) {
    return new Dice(seed).year(seed);
  }

  private static final class Dice {
    private final Random random;

    Dice(long seed) {
      random = new Random(seed * 7919 + 17);
    }

    RandomYear year(long seed) {
      List<Lim> limits = limits();
      int employers = 1 + random.nextInt(3);
      LocalDate end = LocalDate.of(YEAR, 7, 1).plusDays(random.nextInt(400));
      List<Happening> happenings = new ArrayList<>();
      for (int employer = 0; employer < employers; employer++) {
        int versions = 1 + random.nextInt(3);
        for (int i = 0; i < versions; i++) {
          happenings.add(new Declared(day(end), employer, lines(employer, wages(limits))));
        }
        int payments = random.nextInt(10);
        for (int i = 0; i < payments; i++) {
          int month = 1 + random.nextInt(12);
          LocalDate on = deadline(month).plusDays(random.nextInt(200) - 20);
          if (!on.isAfter(end)) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(400_000), 2);
            happenings.add(new Paid(on, employer, month, amount));
          }
        }
      }
      takenUp(limits, end, happenings);
      new RandomStaff(seed, employers, end).comeAndGo(happenings);
      happenings.sort(Comparator.comparing(Happening::day));
      boolean yuan = random.nextInt(3) == 0;
      return new RandomYear(
          seed,
          limits,
          rates(),
          yuan ? 0 : 2,
          yuan && random.nextBoolean() ? "DOWN" : "HALF_UP",
          fees(),
          waivers(),
          employers,
          List.copyOf(happenings),
          end);
    }

    private static List<Line> lines(int employer, List<BigDecimal> wages) {
      List<Line> lines = new ArrayList<>();
      wages.forEach(wage -> lines.add(new Line(employer * 10 + lines.size(), wage, 0, 0)));
      return lines;
    }

    private LocalDate day(LocalDate end) {
      LocalDate day = LocalDate.of(2023, 12, 26).plusDays(random.nextInt(380));
      return day.isAfter(end) ? end : day;
    }

    private List<Lim> limits() {
      List<Lim> limits = new ArrayList<>();
      limits.add(new Lim(1, "4242.00", "21207.00", LocalDate.of(2023, 12, 25)));
      Set<LocalDate> days = new HashSet<>(Set.of(limits.get(0).published()));
      int changes = random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int from = random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(11);
        LocalDate published = LocalDate.of(YEAR, from, 1).plusDays(random.nextInt(150) - 60);
        if (days.add(published)) {
          String cents = random.nextInt(5) == 0 ? ".40" : ".00";
          limits.add(
              new Lim(
                  from,
                  4000 + random.nextInt(900) + cents,
                  19000 + random.nextInt(5000) + cents,
                  published));
        }
      }
      return limits;
    }

    private List<Rat> rates() {
      List<Rat> rates = new ArrayList<>();
      rates.add(new Rat(1, "0.08", "0.02"));
      Set<Integer> months = new HashSet<>();
      int changes = random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int from = 2 + random.nextInt(11);
        if (months.add(from)) {
          rates.add(
              new Rat(from, "0.0" + (60 + random.nextInt(39)), "0.0" + (1 + random.nextInt(3))));
        }
      }
      rates.sort(Comparator.comparing(Rat::from));
      return rates;
    }

    private List<Fee> fees() {
      List<Fee> fees = new ArrayList<>();
      fees.add(fee(LocalDate.of(2011, 7, 1)));
      if (random.nextInt(3) == 0) {
        fees.add(fee(LocalDate.of(YEAR, 2, 1).plusDays(random.nextInt(300))));
      }
      return fees;
    }

    private Fee fee(LocalDate from) {
      // The high rate reaches the cap within the year.
      String daily = List.of("0.0005", "0.0003", "0.02").get(random.nextInt(3));
      return new Fee(from, daily, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    }

    private List<Free> waivers() {
      List<Free> waivers = new ArrayList<>();
      Set<LocalDate> days = new HashSet<>();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        LocalDate from = LocalDate.of(YEAR, 1, 10).plusDays(random.nextInt(350));
        if (days.add(from)) {
          waivers.add(new Free(from, from.plusDays(random.nextInt(60))));
        }
      }
      return waivers;
    }

    private List<BigDecimal> wages(List<Lim> limits) {
      List<BigDecimal> wages = new ArrayList<>();
      int people = 1 + random.nextInt(5);
      boolean low = random.nextInt(3) == 0;
      for (int i = 0; i < people; i++) {
        wages.add(wage(limits.get(random.nextInt(limits.size())), low));
      }
      return wages;
    }

    private BigDecimal wage(Lim limits, boolean low) {
      BigDecimal limit = new BigDecimal(random.nextBoolean() ? limits.lower() : limits.upper());
      if (low) {
        return BigDecimal.valueOf(10_000 + random.nextInt(400_000), 2);
      }
      return switch (random.nextInt(6)) {
        case 0 -> limit;
        case 1 -> limit.subtract(new BigDecimal("0.01"));
        case 2 -> limit.add(new BigDecimal("0.01"));
        case 3 -> BigDecimal.valueOf(395_000 + random.nextInt(100_000), 2);
        case 4 -> BigDecimal.valueOf(1_850_000 + random.nextInt(700_000), 2);
        default -> BigDecimal.valueOf(500_000 + random.nextInt(1_300_000), 2);
      };
    }

    private void takenUp(List<Lim> limits, LocalDate end, List<Happening> happenings) {
      for (Lim change : limits.subList(1, limits.size())) {
        int often = List.of(0, 1, 1, 2).get(random.nextInt(4));
        for (int i = 0; i < often; i++) {
          LocalDate day =
              change.published().plusDays(random.nextInt(random.nextBoolean() ? 10 : 150));
          if (!day.isAfter(end)) {
            happenings.add(new TakenUp(day, change.from()));
          }
        }
      }
      if (random.nextInt(6) == 0) {
        happenings.add(new TakenUp(day(end), 1 + random.nextInt(12)));
      }
    }
  }

  /** The month whose limits and rates a declaration of a day states. */
  static YearMonth stated(LocalDate day) {
    if (day.getYear() < YEAR) {
      return YearMonth.of(YEAR, 1);
    }
    return day.getYear() > YEAR ? YearMonth.of(YEAR, 12) : YearMonth.from(day);
  }

  /** The year's policy as a file of a centre. */
  String yaml() {
    StringBuilder text =
        new StringBuilder("policy: weifang-employee-medical\ntitle: 试算政策\nlimits:\n");
    for (Lim l : limits) {
      text.append(
          "  - {year: 2024, from: 2024-%02d, lower: %s, upper: %s, status: %s, published: %s, citation: 试算}\n"
              .formatted(
                  l.from(),
                  l.lower(),
                  l.upper(),
                  l.equals(limits.get(0)) ? "provisional" : "final",
                  l.published()));
    }
    text.append(
        "base-rounding: {scale: %d, mode: %s, citation: 试算}\nrates:\n".formatted(scale, mode));
    for (Rat r : rates) {
      text.append(
          "  - {from: 2024-%02d, employer: %s, personal: %s, citation: 试算}\n"
              .formatted(r.from(), r.employer(), r.personal()));
    }
    text.append("deadlines:\n");
    for (int month = 1; month <= 12; month++) {
      text.append(
          "  - {period: 2024-%02d, date: %s, citation: 试算}\n".formatted(month, deadline(month)));
    }
    text.append("late-fee:\n");
    for (Fee f : fees) {
      text.append(
          "  - {from: %s, daily-rate: %s, counts-from: %s, counts-payment-day: %s, cap-at-principal: %s, citation: 试算}\n"
              .formatted(
                  f.from(),
                  f.daily(),
                  f.nextMonth() ? "first-of-following-month" : "day-after-deadline",
                  f.countsPaymentDay(),
                  f.cap()));
    }
    if (!waivers.isEmpty()) {
      text.append("waivers:\n");
      for (Free w : waivers) {
        text.append("  - {from: %s, to: %s, citation: 试算}\n".formatted(w.from(), w.to()));
      }
    }
    text.append("audit:\n  - {from: 2024-01, more-than: 0.70, citation: 试算}\n");
    text.append("limit-change: {mode: NEXT_MONTH, citation: 试算}\n");
    return text.toString();
  }
}
