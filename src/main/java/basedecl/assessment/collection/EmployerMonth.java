package basedecl.assessment.collection;

import java.time.YearMonth;
import java.util.Comparator;

/** An employer and a month it owes for: what a line of a batch is about. */
public record EmployerMonth(String employerCode, YearMonth period)
    implements Comparable<EmployerMonth> {

  private static final Comparator<EmployerMonth> ORDER =
      Comparator.comparing(EmployerMonth::employerCode).thenComparing(EmployerMonth::period);

  /** By employer, then month. */
  @Override
  public int compareTo(EmployerMonth other) {
    return ORDER.compare(this, other);
  }
}
