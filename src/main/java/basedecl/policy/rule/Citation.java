package basedecl.policy.rule;

/**
 * The document a dated figure comes from, in the words of the policy file. Never blank. A {@code
 * placeholder} is a figure no document states: it stands in until the centre fills in its own, and
 * everything that used it says so.
 */
public record Citation(String text, boolean placeholder) {

  public Citation {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A citation is never blank");
    }
  }

  /** The citation of a figure that a document states. */
  public Citation(String text) {
    this(text, false);
  }

  @Override
  public String toString() {
    return text;
  }
}
