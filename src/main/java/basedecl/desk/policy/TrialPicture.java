package basedecl.desk.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Two bars a measure, before above after, the longer of the two as wide as the picture: what is
 * drawn is by how much each changes. The figures stand in the table beside it.
 *
 * @param height of the drawing in its own units
 */
record TrialPicture(int height, List<Bars> bars) {

  private static final int WIDTH = 300;
  private static final int STEP = 62;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(WIDTH);

  /** A measure before and after, with the words of its figures. */
  record Measure(
      String title, BigDecimal before, BigDecimal after, String beforeText, String afterText) {}

  /**
   * The bars of a measure; {@code top} is where its title stands.
   *
   * @param before width of the bar
   * @param after width of the bar
   */
  record Bars(String title, int top, int before, int after, String beforeText, String afterText) {}

  static TrialPicture of(List<Measure> measures) {
    List<Bars> bars = new ArrayList<>();
    for (Measure measure : measures) {
      BigDecimal longest = measure.before().max(measure.after());
      bars.add(
          new Bars(
              measure.title(),
              bars.size() * STEP,
              width(measure.before(), longest),
              width(measure.after(), longest),
              measure.beforeText(),
              measure.afterText()));
    }
    return new TrialPicture(bars.size() * STEP, bars);
  }

  private static int width(BigDecimal value, BigDecimal longest) {
    return longest.signum() == 0
        ? 0
        : value.multiply(WHOLE).divide(longest, 0, RoundingMode.HALF_UP).intValue();
  }
}
