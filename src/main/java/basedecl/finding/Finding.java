package basedecl.finding;

import java.util.List;

/**
 * One thing that is wrong or notable, as a value: its code, the employer it concerns ({@code ""}
 * for the whole file), the place, and the words its sentence needs. The arguments hold no identity
 * number, name or wage in full: the place says where to look.
 */
public record Finding(FindingCode code, String employer, SourceCell place, List<String> arguments) {

  public Finding {
    arguments = List.copyOf(arguments);
  }

  public static Finding of(FindingCode code, String employer, SourceCell place, String... args) {
    return new Finding(code, employer, place, List.of(args));
  }
}
