package basedecl.policy.rule;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Last day (inclusive) on which a month's contribution is paid in time.
 *
 * @param stated the day that the document states
 * @param date the day in force: the one stated, or the working day that a rest day gives way to
 */
public record Deadline(YearMonth period, LocalDate stated, LocalDate date, Citation citation) {}
