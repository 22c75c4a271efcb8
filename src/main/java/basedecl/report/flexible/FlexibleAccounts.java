package basedecl.report.flexible;

import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.FlexiblePaymentLedger;
import basedecl.ledger.flexible.Retirement;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A region's {@link FlexibleAccount}s of every year, in the order people first chose. */
public final class FlexibleAccounts {

  private final List<FlexibleAccount> all;

  private record Key(IdNumber idNumber, InsuranceKind kind, int year) {

    static Key of(ElectionRecord election) {
      return new Key(election.idNumber(), election.kind(), election.from().getYear());
    }

    static Key of(FlexiblePayment payment) {
      return new Key(payment.idNumber(), payment.kind(), payment.year());
    }
  }

  private FlexibleAccounts(List<FlexibleAccount> all) {
    this.all = List.copyOf(all);
  }

  /** A region's of a year and of years before it, as the ledger has them and a day knows them. */
  public static FlexibleAccounts ofRegion(
      String region,
      int year,
      Map<InsuranceKind, Policy> policies,
      LocalDate knownOn,
      ElectionLedger elections,
      RetirementLedger retirements,
      FlexiblePaymentLedger payments) {
    List<ElectionRecord> chosen = elections.upTo(region, year);
    Map<Integer, Map<IdNumber, Retirement>> retired = new TreeMap<>();
    chosen.stream()
        .map(election -> election.from().getYear())
        .distinct()
        .forEach(each -> retired.put(each, retirements.of(region, each)));
    return of(policies, knownOn, chosen, retired, payments.payments(region));
  }

  /**
   * @param elections in the order they were made
   * @param retired by year
   * @param payments in order of their days
   */
  public static FlexibleAccounts of(
      Map<InsuranceKind, Policy> policies,
      LocalDate knownOn,
      List<ElectionRecord> elections,
      Map<Integer, Map<IdNumber, Retirement>> retired,
      List<FlexiblePayment> payments) {
    Map<Key, List<ElectionRecord>> chosen =
        elections.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    Map<Key, List<FlexiblePayment>> paid =
        payments.stream().collect(Collectors.groupingBy(Key::of));
    List<FlexibleAccount> all = new ArrayList<>();
    chosen.forEach(
        (key, own) ->
            Optional.ofNullable(policies.get(key.kind()))
                .map(
                    policy ->
                        FlexibleAccount.of(
                            policy,
                            knownOn,
                            own,
                            Optional.ofNullable(
                                    retired.getOrDefault(key.year(), Map.of()).get(key.idNumber()))
                                .map(Retirement::month),
                            paid.getOrDefault(key, List.of())))
                .ifPresent(all::add));
    return new FlexibleAccounts(all);
  }

  public List<FlexibleAccount> all() {
    return all;
  }

  /** Those of a year. */
  public List<FlexibleAccount> of(int year) {
    return all.stream().filter(account -> account.year() == year).toList();
  }
}
