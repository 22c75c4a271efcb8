package basedecl.trials;

import java.math.BigDecimal;

/** A cell as a sender writes it. */
sealed interface TrialCell {

  record Words(String text) implements TrialCell {}

  /**
   * @param format a number format, empty for the general one
   */
  record Amount(BigDecimal value, String format) implements TrialCell {}

  /** A formula and what it came to when the file was saved. */
  record Formula(String text, TrialCell result) implements TrialCell {}

  /** Such as {@code #DIV/0!}. */
  record Fault(String code) implements TrialCell {}

  static TrialCell blank() {
    return new Words("");
  }

  static TrialCell words(String text) {
    return new Words(text);
  }

  static TrialCell amount(BigDecimal value) {
    return new Amount(value, "");
  }

  static TrialCell amount(String value) {
    return amount(new BigDecimal(value));
  }

  default boolean isBlank() {
    return this instanceof Words words && words.text().isEmpty();
  }

  /** As a text file has it. */
  default String plain() {
    if (this instanceof Words words) {
      return words.text();
    }
    if (this instanceof Amount amount) {
      return amount.value().toPlainString();
    }
    return this instanceof Formula formula ? formula.result().plain() : ((Fault) this).code();
  }
}
