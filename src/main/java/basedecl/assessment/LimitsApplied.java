package basedecl.assessment;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Limits taken up after a declaration had arrived, as the job limit-change does: from a month on
 * (inclusive), those known on its business date.
 */
public record LimitsApplied(YearMonth from, LocalDate knownOn) {}
