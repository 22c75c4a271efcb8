package basedecl.policy.rule;

import basedecl.money.Money;
import java.time.YearMonth;

/** Local minimum wage from a month on (inclusive), yuan a month. */
public record MinimumWage(YearMonth from, Money monthly, Citation citation) {}
