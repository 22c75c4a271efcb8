package basedecl.assessment.latefee;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Why a decision of the agency cannot be taken. */
public record DecisionRefusal(FindingCode code, Optional<Reason> reason, List<String> arguments) {

  public DecisionRefusal {
    arguments = List.copyOf(arguments);
  }

  public static DecisionRefusal of(FindingCode code, String... arguments) {
    return new DecisionRefusal(code, Optional.empty(), List.of(arguments));
  }

  static DecisionRefusal of(FindingCode code, Reason reason, String... arguments) {
    return new DecisionRefusal(code, Optional.of(reason), List.of(arguments));
  }

  static DecisionRefusal actedOn(Reason reason, String word) {
    return of(FindingCode.AGENCY_DECISION_ACTED_ON, reason, word);
  }

  static DecisionRefusal day(Reason reason, LocalDate day, LocalDate other) {
    return of(FindingCode.DATE_INVALID, reason, day.toString(), other.toString());
  }
}
