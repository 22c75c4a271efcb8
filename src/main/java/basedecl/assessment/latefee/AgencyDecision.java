package basedecl.assessment.latefee;

import java.time.LocalDate;
import java.util.List;

/** A decision of the agency on an employer's account, taken once. */
public sealed interface AgencyDecision permits OverpaymentDecision, DeferralDecision {

  String employerCode();

  /** The day from which (inclusive) it holds. */
  LocalDate decidedOn();

  /** The number of the document or of the transfer; may be empty. */
  String reference();

  /** What it is about; with the number this names a decision. */
  List<String> subject();

  /** The amount, or the last day, that it lays down. */
  String figure();
}
