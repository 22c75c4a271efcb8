package basedecl.policy.rule;

import java.time.YearMonth;

/** Completed years a flexible worker has at least, from a month on (inclusive). */
public record MinimumAge(YearMonth from, int years, Citation citation) {}
