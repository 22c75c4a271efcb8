package basedecl.policy.rule;

import java.time.YearMonth;

/** Whether months missed in an interruption may be paid later, from a month on (inclusive). */
public record BackPayment(YearMonth from, boolean allowed, Citation citation) {}
