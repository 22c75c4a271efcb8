package basedecl.report;

import basedecl.policy.Policy;
import java.time.LocalDate;

/** What stands in the titles of workbooks that need no limits: the policy, the year and the day. */
public record PaperHeading(Policy policy, int year, LocalDate businessDate)
    implements PolicyHeading {}
