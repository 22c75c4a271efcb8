package basedecl.reference;

import basedecl.reference.RandomDecisions.Deferred;
import basedecl.reference.RandomDecisions.Move;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.SlowYear.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Refunds, offsets and deferrals worked out the slow way: a month's money is counted again from the
 * beginning for every question. It shares no code with the product.
 */
final class SlowDecisions {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final RandomYear year;
  private final SlowYear slow;
  private final List<Paid> paid;
  private final List<Move> moves = new ArrayList<>();
  private final List<Deferred> deferrals = new ArrayList<>();

  SlowDecisions(RandomYear year, SlowYear slow, List<Paid> paid) {
    this.year = year;
    this.slow = slow;
    this.paid = paid;
  }

  /** Whether money may leave a month: no more than was too much on that day and is at the end. */
  boolean takes(Move move) {
    boolean taken =
        isDue(move.month())
            && tooMuch(move, move.day()).compareTo(move.amount()) >= 0
            && tooMuch(move, year.end()).compareTo(move.amount()) >= 0;
    if (taken) {
      moves.add(move);
    }
    return taken;
  }

  private boolean isDue(int month) {
    return !RandomYear.deadline(month).isAfter(year.end());
  }

  private BigDecimal tooMuch(Move move, LocalDate day) {
    return sum(money(move.employer(), move.month(), day))
        .subtract(slow.due(move.employer(), move.month()))
        .max(NOTHING);
  }

  private static boolean holds(Move move, LocalDate day) {
    return !move.day().isAfter(day)
        && (move.revoked().isEmpty() || move.revoked().get().isAfter(day));
  }

  /** What lies in a month's account on a day, each amount with the day it came. */
  private List<Paid> money(int employer, int month, LocalDate day) {
    List<Paid> there = new ArrayList<>();
    for (Paid each : paid) {
      if (each.employer() == employer && each.month() == month && !each.day().isAfter(day)) {
        there.add(each);
      }
    }
    for (Move each : moves) {
      if (each.employer() == employer && each.target() == month && holds(each, day)) {
        there.add(new Paid(each.day(), employer, month, each.amount()));
      }
    }
    there.sort(Comparator.comparing(Paid::day).thenComparing(Paid::amount));
    for (Move each : moves) {
      if (each.employer() == employer && each.month() == month && holds(each, day)) {
        take(there, each);
      }
    }
    there.removeIf(each -> each.amount().signum() == 0);
    // Of one day the smaller counts first, also of what is left.
    there.sort(Comparator.comparing(Paid::day).thenComparing(Paid::amount));
    return there;
  }

  /** The newest of what was there on the day goes first; what came later only if that is gone. */
  private static void take(List<Paid> there, Move move) {
    BigDecimal open = move.amount();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < there.size(); i++) {
        int at = round == 0 ? there.size() - 1 - i : i;
        Paid one = there.get(at);
        if (round == 1 || !one.day().isAfter(move.day())) {
          BigDecimal part = one.amount().min(open);
          open = open.subtract(part);
          there.set(
              at, new Paid(one.day(), one.employer(), one.month(), one.amount().subtract(part)));
        }
      }
    }
  }

  private static BigDecimal sum(List<Paid> money) {
    return money.stream().map(Paid::amount).reduce(NOTHING, BigDecimal::add);
  }

  /** Whether months may be deferred, or their deferral made longer or shorter. */
  boolean takes(Deferred asked) {
    Deferred last = null;
    boolean overlaps = false;
    for (Deferred each : deferrals) {
      if (each.employer() == asked.employer()) {
        overlaps |= each.from() <= asked.to() && each.to() >= asked.from();
        last = each.from() == asked.from() && each.to() == asked.to() ? each : last;
      }
    }
    boolean taken =
        switch (asked.action()) {
          case "缓缴" -> !overlaps && asked.until().isAfter(RandomYear.deadline(asked.to()));
          case "延长" ->
              last != null
                  && !asked.day().isBefore(last.day())
                  && asked.until().isAfter(last.until());
          default ->
              last != null
                  && !asked.day().isBefore(last.day())
                  && asked.until().isBefore(last.until())
                  && !asked.until().isBefore(asked.day());
        };
    if (taken) {
      deferrals.add(asked);
    }
    return taken;
  }

  /** The last day to pay a month without a late fee, as known at the end. */
  private LocalDate lastDay(int employer, int month) {
    LocalDate until = null;
    for (Deferred each : deferrals) {
      if (each.employer() == employer
          && each.from() <= month
          && each.to() >= month
          && !each.day().isAfter(year.end())) {
        until = each.until();
      }
    }
    LocalDate deadline = RandomYear.deadline(month);
    return until != null && until.isAfter(deadline) ? until : deadline;
  }

  BigDecimal paid(int employer, int month) {
    return sum(money(employer, month, year.end()));
  }

  BigDecimal overpaid(int employer, int month) {
    return paid(employer, month).subtract(slow.due(employer, month)).max(NOTHING);
  }

  private BigDecimal open(int employer, int month) {
    return slow.due(employer, month).subtract(paid(employer, month)).max(NOTHING);
  }

  private boolean isDeferred(int employer, int month) {
    LocalDate last = lastDay(employer, month);
    return last.isAfter(RandomYear.deadline(month)) && !year.end().isAfter(last);
  }

  BigDecimal deferred(int employer, int month) {
    return isDeferred(employer, month) ? open(employer, month) : NOTHING;
  }

  BigDecimal arrears(int employer, int month) {
    return isDeferred(employer, month) ? NOTHING : open(employer, month);
  }

  List<Slice> slices(int employer, int month) {
    return slow.slices(
        slow.due(employer, month), lastDay(employer, month), money(employer, month, year.end()));
  }
}
