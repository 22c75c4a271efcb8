package basedecl.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a finding says beside its code and place, as a test names it. */
public final class FindingWords {

  private FindingWords() {}

  /** The word of the reason, where there is one, and the arguments. */
  public static List<String> of(Finding finding) {
    return of(finding.reason(), finding.arguments());
  }

  public static List<String> of(Optional<Reason> reason, List<String> arguments) {
    List<String> words = new ArrayList<>(reason.map(Reason::word).stream().toList());
    words.addAll(arguments);
    return words;
  }
}
