package basedecl.policy;

/** The document a dated figure comes from, in the words of the policy file. Never blank. */
public record Citation(String text) {

  public Citation {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A citation is never blank");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
