package basedecl.job.check;

import basedecl.finding.SourceCell;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.person.IdNumber;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The people of a file for whom it states no months, each with the place, by the place of their
 * employer in it.
 */
public final class WithoutMonths implements Consumer<AssessedLine> {

  private final int most;
  private final Map<Integer, Map<IdNumber, SourceCell>> byEmployer = new HashMap<>();
  private int count;

  /**
   * @param most lines of a file that are held; of a larger one nobody is known
   */
  public WithoutMonths(int most) {
    this.most = most;
  }

  @Override
  public void accept(AssessedLine line) {
    if (++count > most) {
      byEmployer.clear();
    } else if (line.wage().months().isAlways()) {
      byEmployer
          .computeIfAbsent(line.employer(), employer -> new LinkedHashMap<>())
          .putIfAbsent(
              line.wage().idNumber(), SourceCell.row(line.wage().sheet(), line.wage().row()));
    }
  }

  Map<IdNumber, SourceCell> of(int employer) {
    return byEmployer.getOrDefault(employer, Map.of());
  }
}
