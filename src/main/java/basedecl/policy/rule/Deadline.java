package basedecl.policy.rule;

import java.time.LocalDate;
import java.time.YearMonth;

/** Last day (inclusive) on which a month's contribution is paid in time. */
public record Deadline(YearMonth period, LocalDate date, Citation citation) {}
