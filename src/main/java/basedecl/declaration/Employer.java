package basedecl.declaration;

import basedecl.money.Money;
import java.util.Optional;

/**
 * An employer as the roster knows it. {@code code} is opaque text, leading zeros kept. Empty
 * optionals are what the roster left blank.
 */
public record Employer(
    String code,
    String name,
    Optional<SocialCreditCode> creditCode,
    String agency,
    Optional<Boolean> civilServantSubsidy,
    Optional<Boolean> pensionInsured,
    Optional<Money> lastMonthAmount,
    Optional<Money> lastYearBaseTotal) {}
