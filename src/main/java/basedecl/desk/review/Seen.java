package basedecl.desk.review;

import basedecl.declaration.procedure.DeclarationState;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reviewer saw when the form was made: which version, in which state. A decision on another
 * one is not taken.
 */
record Seen(long declaration, DeclarationState state) {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})-([A-Z_]{1,20})");

  /** Empty for a text that no form of ours says. */
  static Optional<Seen> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(DeclarationState.values())
        .filter(state -> state.name().equals(parts.group(2)))
        .findFirst()
        .map(state -> new Seen(Long.parseLong(parts.group(1)), state));
  }

  /** As a form says it. */
  @Override
  public String toString() {
    return declaration + "-" + state.name();
  }
}
