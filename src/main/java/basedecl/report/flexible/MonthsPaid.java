package basedecl.report.flexible;

import basedecl.assessment.flexible.PaidInstalment;
import basedecl.assessment.flexible.SpecialStatus;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The months somebody paid for of a kind of insurance, each once: those of ordinary payments and
 * those of special payments that were paid whole. An interruption takes none of them away, years
 * add up (S1, S2).
 *
 * @param paid of every year up to the one reported
 * @param interrupted of the year, but for those that a special payment made good
 */
public record MonthsPaid(
    IdNumber idNumber,
    String name,
    InsuranceKind kind,
    Set<YearMonth> paid,
    Set<YearMonth> interrupted) {

  private record Key(IdNumber idNumber, InsuranceKind kind) {}

  /** How many of them lie in a year. */
  public int paidIn(int year) {
    return (int) paid.stream().filter(month -> month.getYear() == year).count();
  }

  /** Everybody with an account or a special charge, in that order. */
  public static List<MonthsPaid> of(
      FlexibleAccounts accounts, List<SettledCharge> charges, int year, LocalDate day) {
    Map<Key, MonthsPaid> all = new LinkedHashMap<>();
    for (FlexibleAccount account : accounts.all()) {
      MonthsPaid months = own(all, account.idNumber(), account.name(), account.kind());
      for (PaidInstalment instalment : account.instalments()) {
        months.paid.addAll(instalment.paidMonths());
        if (account.year() == year) {
          months.interrupted.addAll(instalment.interruptedMonths(day));
        }
      }
    }
    for (SettledCharge charge : charges) {
      MonthsPaid months =
          own(all, charge.charge().idNumber(), charge.charge().name(), charge.charge().kind());
      if (charge.status() == SpecialStatus.PAID || charge.status() == SpecialStatus.OVERPAID) {
        months.paid.addAll(Months.between(charge.charge().from(), charge.charge().to()));
      }
    }
    all.values().forEach(months -> months.interrupted.removeAll(months.paid));
    return new ArrayList<>(all.values());
  }

  private static MonthsPaid own(
      Map<Key, MonthsPaid> all, IdNumber idNumber, String name, InsuranceKind kind) {
    return all.computeIfAbsent(
        new Key(idNumber, kind),
        key -> new MonthsPaid(idNumber, name, kind, new TreeSet<>(), new TreeSet<>()));
  }
}
