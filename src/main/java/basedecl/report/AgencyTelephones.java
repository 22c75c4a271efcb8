package basedecl.report;

import basedecl.message.Message;
import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whom an employer calls: the telephone numbers of its agency, joined by {@code 、}; where the
 * roster names an agency that the directory does not know, the hotline for everybody.
 */
public final class AgencyTelephones {

  /** Names shown in a warning; the sheets have them all. */
  private static final int SHOWN = 12;

  private final Optional<AgencyDirectory> directory;

  private AgencyTelephones(Optional<AgencyDirectory> directory) {
    this.directory = directory;
  }

  public static AgencyTelephones of(Policy policy) {
    return new AgencyTelephones(policy.agencyDirectory());
  }

  /** Empty where the policy has no directory, or the directory no hotline. */
  public String of(String agency) {
    return directory
        .flatMap(known -> known.find(agency))
        .map(Agency::telephoneText)
        .or(
            () ->
                directory
                    .flatMap(AgencyDirectory::hotline)
                    .map(number -> ReportTexts.say("agency.hotline", number)))
        .orElse("");
  }

  /** The warning of the agencies that the directory does not know; blank names are none. */
  public Optional<Message> unknown(Collection<String> agencies) {
    List<String> unknown =
        directory.map(known -> known.unknown(agencies)).orElse(List.<String>of());
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "report.agency.unknown",
                Integer.toString(unknown.size()),
                String.join("、", unknown.subList(0, Math.min(SHOWN, unknown.size())))
                    + (unknown.size() > SHOWN ? "……" : "")));
  }
}
