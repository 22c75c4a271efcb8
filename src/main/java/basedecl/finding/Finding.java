package basedecl.finding;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong or notable, as a value: its code, the employer it concerns ({@code ""}
 * for the whole file), the place, the reason where the code alone does not tell it, and the words
 * its sentence needs. The arguments hold no identity number, name or wage in full: the place says
 * where to look.
 */
public record Finding(
    FindingCode code,
    String employer,
    SourceCell place,
    Optional<Reason> reason,
    List<String> arguments) {

  public Finding {
    arguments = List.copyOf(arguments);
  }

  public static Finding of(FindingCode code, String employer, SourceCell place, String... args) {
    return new Finding(code, employer, place, Optional.empty(), List.of(args));
  }

  public static Finding of(
      FindingCode code, String employer, SourceCell place, Reason reason, String... args) {
    return new Finding(code, employer, place, Optional.of(reason), List.of(args));
  }

  /** The same as a finding of one employer. */
  public Finding concerning(String concerned) {
    return new Finding(code, concerned, place, reason, arguments);
  }
}
