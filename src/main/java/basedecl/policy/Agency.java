package basedecl.policy;

import java.util.List;
import java.util.Optional;

/**
 * An office of the region (经办机构) and its telephone numbers as published.
 *
 * @param title what stands on its seal, where that does not follow from the name
 */
public record Agency(String name, List<String> telephones, Optional<String> title) {

  public Agency {
    telephones = List.copyOf(telephones);
  }

  /** All numbers as the annex prints them, parted by {@code 、}. */
  public String telephoneText() {
    return String.join("、", telephones);
  }

  /** Whether this is its name; blanks do not matter (the notice's annex prints {@code 市 直}). */
  public boolean isNamed(String other) {
    return withoutBlanks(name).equals(withoutBlanks(other));
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }
}
