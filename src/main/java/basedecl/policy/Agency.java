package basedecl.policy;

import java.util.List;

/** An office of the region (经办机构) and its telephone numbers as published. */
public record Agency(String name, List<String> telephones) {

  public Agency {
    telephones = List.copyOf(telephones);
  }

  /** All numbers as the annex prints them, parted by {@code 、}. */
  public String telephoneText() {
    return String.join("、", telephones);
  }
}
