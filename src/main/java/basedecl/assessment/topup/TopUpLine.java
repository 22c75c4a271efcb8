package basedecl.assessment.topup;

import basedecl.money.Money;
import basedecl.money.Rate;
import java.time.YearMonth;

/**
 * The top-up of one month: {@code difference = newBase − assessedBase}, {@code amount =
 * HALF_UP(difference × rate, 2)}; negative where money goes back.
 */
public record TopUpLine(
    YearMonth month,
    Money assessedBase,
    Money newBase,
    Money difference,
    Rate rate,
    Money amount) {}
