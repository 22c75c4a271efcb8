package basedecl.ledger.audit;

import basedecl.assessment.Dues;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.time.YearMonth;
import java.util.List;

/**
 * A person whose wage an audit assessed.
 *
 * @param declaredLine the person's line within the version that the assessment made
 * @param wage the average monthly wage found
 * @param from the first month (inclusive)
 * @param to the last month (inclusive)
 * @param basis what it rests on
 * @param months each month from the first to the last
 */
public record OutcomeLine(
    int declaredLine,
    String name,
    IdNumber idNumber,
    Money wage,
    YearMonth from,
    YearMonth to,
    String basis,
    List<Month> months) {

  /** What one month was charged by before, and what it is charged by since. */
  public record Month(
      YearMonth month,
      Money wageBefore,
      Money baseBefore,
      Money baseAfter,
      Dues duesBefore,
      Dues duesAfter) {}

  public OutcomeLine {
    months = List.copyOf(months);
  }
}
