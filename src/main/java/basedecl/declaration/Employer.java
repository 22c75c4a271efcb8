package basedecl.declaration;

import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.person.SocialCreditCode;
import basedecl.policy.EmployerGroup;
import java.util.Optional;

/**
 * An employer as the roster knows it. {@code code} is opaque text, leading zeros kept. Empty
 * optionals are what the roster left blank.
 *
 * @param lastYearBaseTotal last year's monthly bases together, as its December had them
 * @param lastYearPersons how many people those are
 */
public record Employer(
    String code,
    String name,
    Optional<SocialCreditCode> creditCode,
    String agency,
    Optional<Boolean> civilServantSubsidy,
    Optional<Boolean> pensionInsured,
    Optional<Money> lastMonthAmount,
    Optional<Money> lastYearBaseTotal,
    Optional<Long> lastYearPersons) {

  /** An employer of whose people nobody told how many they were last year. */
  public Employer(
      String code,
      String name,
      Optional<SocialCreditCode> creditCode,
      String agency,
      Optional<Boolean> civilServantSubsidy,
      Optional<Boolean> pensionInsured,
      Optional<Money> lastMonthAmount,
      Optional<Money> lastYearBaseTotal) {
    this(
        code,
        name,
        creditCode,
        agency,
        civilServantSubsidy,
        pensionInsured,
        lastMonthAmount,
        lastYearBaseTotal,
        Optional.empty());
  }

  /**
   * Whether it must declare its retirees' pensions: in 公务员医疗补助 and not in the city's pension
   * insurance (S3, third part, point three). What the roster leaves blank obliges nobody.
   */
  public boolean mustDeclareRetirees() {
    return civilServantSubsidy.orElse(false) && !pensionInsured.orElse(true);
  }

  /** Why it need not declare retirees; what the roster leaves blank is not held against it. */
  public Optional<Reason> exemptFromRetirees() {
    if (!civilServantSubsidy.orElse(true)) {
      return Optional.of(Reason.NO_SUBSIDY);
    }
    return pensionInsured.orElse(false) ? Optional.of(Reason.PENSION_INSURED) : Optional.empty();
  }

  /** Whether the roster marks it as one of the group; one of which it says nothing is not. */
  public boolean isOf(EmployerGroup group) {
    return switch (group) {
      case CIVIL_SERVANT_SUBSIDY -> civilServantSubsidy.orElse(false);
    };
  }
}
