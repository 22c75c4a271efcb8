package basedecl.desk.flexible;

import basedecl.desk.page.Faults;
import basedecl.finding.FindingText;
import basedecl.job.flexible.ElectionFault;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;

/** What a run would find wrong with an election, at the fields of its form. */
public final class ElectionFaults {

  private ElectionFaults() {}

  /** Puts the sentences, those of {@link FindingText}, at the fields. */
  public static void tell(List<ElectionFault> found, Faults faults, Language language) {
    for (ElectionFault fault : found) {
      faults.at(
          field(fault.part()),
          Message.of("desk.choose.fault", FindingText.sentence(fault.finding(), language)));
    }
  }

  private static String field(ElectionFault.Part part) {
    return switch (part) {
      case PERSON -> "person";
      case OFFER -> "offer";
      case BASE -> "base";
      case RHYTHM -> "rhythm";
      case FROM -> "month";
    };
  }
}
