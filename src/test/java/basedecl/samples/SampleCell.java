package basedecl.samples;

import java.math.BigDecimal;

/** What a cell of a sample holds, whatever carries it. */
sealed interface SampleCell {

  SampleCell BLANK = new Blank();

  record Blank() implements SampleCell {}

  record Text(String text) implements SampleCell {}

  record Amount(BigDecimal number) implements SampleCell {}

  /** A formula with the value Excel stored beside it. */
  record Formula(String formula, BigDecimal stored) implements SampleCell {}

  /** A formula that no program has calculated yet. */
  record Uncalculated(String formula) implements SampleCell {}

  /** {@code #REF!}. */
  record ReferenceError() implements SampleCell {}

  static SampleCell text(String text) {
    return new Text(text);
  }

  static SampleCell number(BigDecimal number) {
    return new Amount(number);
  }

  static SampleCell number(String number) {
    return new Amount(new BigDecimal(number));
  }
}
