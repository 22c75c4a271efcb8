package basedecl.assessment.latefee;

import java.util.ArrayList;
import java.util.List;

/**
 * What the agency decided on employers' accounts.
 *
 * @param overpayments in the order in which they were taken
 */
public record AgencyDecisions(List<OverpaymentDecision> overpayments, Deferrals deferrals) {

  public static final AgencyDecisions NONE = new AgencyDecisions(List.of(), Deferrals.NONE);

  public AgencyDecisions {
    overpayments = List.copyOf(overpayments);
  }

  public AgencyDecisions with(OverpaymentDecision decision) {
    List<OverpaymentDecision> all = new ArrayList<>(overpayments);
    all.add(decision);
    return new AgencyDecisions(all, deferrals);
  }
}
