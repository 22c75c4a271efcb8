package basedecl.reference;

import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Paid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What an agency decides on the months of a random year, and the payments that made some of them
 * overpaid. Many of the decisions cannot be taken.
 *
 * @param paid those of the year, and some that are far too much
 */
record RandomDecisions(List<Paid> paid, List<Move> moves, List<Deferred> deferrals) {

  /**
   * Money that is to leave a month.
   *
   * @param target the month it goes to; 0 where it is refunded
   * @param revoked the day on which it is taken back, where it is
   */
  record Move(
      int employer,
      int month,
      BigDecimal amount,
      int target,
      LocalDate day,
      Optional<LocalDate> revoked) {}

  /** What is to become of the last day of some months: 缓缴, 延长 or 终止. */
  record Deferred(int employer, int from, int to, String action, LocalDate until, LocalDate day) {}

  static RandomDecisions of(RandomYear year) {
    Random random = new Random(year.seed() * 31 + 7);
    List<Paid> paid = new ArrayList<>();
    for (Happening each : year.happenings()) {
      if (each instanceof Paid one) {
        paid.add(one);
      }
    }
    List<Move> moves = new ArrayList<>();
    List<Deferred> deferrals = new ArrayList<>();
    for (int employer = 0; employer < year.employers(); employer++) {
      int from = 1 + random.nextInt(10);
      int to = from + random.nextInt(3);
      for (int i = 0; i < 3; i++) {
        paid.add(new Paid(day(random, year), employer, 1 + random.nextInt(12), amount(random, 40)));
        moves.add(
            new Move(
                employer,
                paid.get(paid.size() - 1).month(),
                amount(random, 20),
                random.nextBoolean() ? 0 : 1 + random.nextInt(12),
                day(random, year),
                random.nextInt(5) == 0 ? Optional.of(day(random, year)) : Optional.empty()));
        boolean same = random.nextInt(3) > 0;
        deferrals.add(
            new Deferred(
                employer,
                same ? from : 1 + random.nextInt(12),
                same ? to : 12,
                i == 0 ? "缓缴" : List.of("缓缴", "延长", "终止").get(random.nextInt(3)),
                day(random, year).plusDays(random.nextInt(90)),
                day(random, year)));
      }
    }
    paid.removeIf(each -> each.day().isAfter(year.end()));
    return new RandomDecisions(paid, moves, deferrals);
  }

  private static LocalDate day(Random random, RandomYear year) {
    LocalDate day = LocalDate.of(RandomYear.YEAR, 1, 5).plusDays(random.nextInt(420));
    return day.isAfter(year.end()) ? year.end() : day;
  }

  private static BigDecimal amount(Random random, int thousands) {
    return BigDecimal.valueOf(1 + random.nextInt(thousands * 100_000), 2);
  }
}
