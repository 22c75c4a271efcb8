package basedecl.assessment.latefee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** Those that were taken back by a day: they count as never made, and are told of. */
  List<AgencyDecision> revoked(LocalDate day) {
    return Stream.<AgencyDecision>concat(overpayments.stream(), deferrals.decisions().stream())
        .filter(decision -> decision.isRevokedOn(day))
        .toList();
  }

  public AgencyDecisions with(OverpaymentDecision decision) {
    List<OverpaymentDecision> all = new ArrayList<>(overpayments);
    all.add(decision);
    return new AgencyDecisions(all, deferrals);
  }
}
