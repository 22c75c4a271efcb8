package basedecl.policy;

import java.util.Arrays;
import java.util.Optional;

/** Whose declaration it is: staff in service with a wage, or retirees with a pension. */
public enum Population {
  EMPLOYEES("employees"),
  RETIREES("retirees");

  private final String word;

  Population(String word) {
    this.word = word;
  }

  /** What a person types: in a job file, at {@code check} and {@code template}. */
  public String word() {
    return word;
  }

  /** The population that goes by that word; empty for any other. */
  public static Optional<Population> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
