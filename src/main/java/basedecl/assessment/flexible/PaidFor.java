package basedecl.assessment.flexible;

import java.time.YearMonth;

/** The months, both inclusive, that a payment names (费款所属期). */
public record PaidFor(YearMonth from, YearMonth to) {}
