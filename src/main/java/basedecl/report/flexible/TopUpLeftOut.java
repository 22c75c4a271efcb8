package basedecl.report.flexible;

import basedecl.assessment.topup.TopUpOutcome;
import basedecl.person.IdNumber;

/**
 * Somebody who does not top up, and why.
 *
 * @param kind the kind's title; all the region's for somebody who has no election at all
 */
public record TopUpLeftOut(
    String name, IdNumber idNumber, String kind, TopUpOutcome.Reason reason) {}
