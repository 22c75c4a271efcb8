package basedecl.report.flexible;

import basedecl.assessment.flexible.PaidInstalment;
import basedecl.assessment.flexible.SpecialStatus;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.LocalDate;
import java.time.YearMonth;
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

  /** Somebody's months while they are gathered. */
  private record Gathered(String name, Set<YearMonth> paid, Set<YearMonth> interrupted) {

    Gathered(String name) {
      this(name, new TreeSet<>(), new TreeSet<>());
    }

    MonthsPaid of(Key key) {
      interrupted.removeAll(paid);
      return new MonthsPaid(key.idNumber(), name, key.kind(), paid, interrupted);
    }
  }

  public MonthsPaid {
    paid = Set.copyOf(paid);
    interrupted = Set.copyOf(interrupted);
  }

  /** How many of them lie in a year. */
  public int paidIn(int year) {
    return (int) paid.stream().filter(month -> month.getYear() == year).count();
  }

  /** Everybody with an account or a special charge, in that order. */
  public static List<MonthsPaid> of(
      FlexibleAccounts accounts, List<SettledCharge> charges, int year, LocalDate day) {
    Map<Key, Gathered> all = new LinkedHashMap<>();
    for (FlexibleAccount account : accounts.all()) {
      Gathered months = own(all, account.idNumber(), account.kind(), account.name());
      for (PaidInstalment instalment : account.instalments()) {
        months.paid().addAll(instalment.paidMonths());
        if (account.year() == year) {
          months.interrupted().addAll(instalment.interruptedMonths(day));
        }
      }
    }
    for (SettledCharge settled : charges) {
      SpecialCharge charge = settled.charge();
      Gathered months = own(all, charge.idNumber(), charge.kind(), charge.name());
      if (settled.status() == SpecialStatus.PAID || settled.status() == SpecialStatus.OVERPAID) {
        months.paid().addAll(Months.between(charge.from(), charge.to()));
      }
    }
    return all.entrySet().stream().map(each -> each.getValue().of(each.getKey())).toList();
  }

  private static Gathered own(
      Map<Key, Gathered> all, IdNumber idNumber, InsuranceKind kind, String name) {
    return all.computeIfAbsent(new Key(idNumber, kind), key -> new Gathered(name));
  }
}
