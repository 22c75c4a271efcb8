package basedecl.declaration.procedure;

import static basedecl.declaration.procedure.DeclarationState.ACCEPTED;
import static basedecl.declaration.procedure.DeclarationState.APPROVED;
import static basedecl.declaration.procedure.DeclarationState.CONFIRMED;
import static basedecl.declaration.procedure.DeclarationState.MATERIALS_COMPLETE;
import static basedecl.declaration.procedure.DeclarationState.RECEIVED;
import static basedecl.declaration.procedure.DeclarationState.REJECTED;
import static basedecl.declaration.procedure.DeclarationState.RETURNED;
import static basedecl.declaration.procedure.DeclarationState.UNDER_REVIEW;

import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The course of a declaration (S3, second part; domain 4): which state may follow which, until when
 * another version may take its place, and from which month a version holds.
 *
 * <pre>
 * RECEIVED → REJECTED | ACCEPTED → MATERIALS_COMPLETE → UNDER_REVIEW → RETURNED | APPROVED → CONFIRMED
 * </pre>
 *
 * A returned declaration goes no further: its correction is a new version, which begins as
 * RECEIVED.
 */
public final class DeclarationProcedure {

  private static final Map<DeclarationState, Set<DeclarationState>> NEXT =
      Map.of(
          RECEIVED, Set.of(REJECTED, ACCEPTED),
          REJECTED, Set.of(),
          ACCEPTED, Set.of(MATERIALS_COMPLETE),
          MATERIALS_COMPLETE, Set.of(UNDER_REVIEW),
          UNDER_REVIEW, Set.of(RETURNED, APPROVED),
          RETURNED, Set.of(),
          APPROVED, Set.of(CONFIRMED),
          CONFIRMED, Set.of());

  private DeclarationProcedure() {}

  /** Whether a declaration may go from one state straight to the other. */
  public static boolean allows(DeclarationState from, DeclarationState to) {
    return NEXT.getOrDefault(from, Set.of()).contains(to);
  }

  /**
   * Whether a new version may take the place of a declaration in this state. That of staff in
   * service is closed once approved; retirees may be declared again at any time, since pensions are
   * adjusted within the year (S3, third part, point three).
   */
  public static boolean mayBeReplaced(Population population, DeclarationState state) {
    return population == Population.RETIREES || (state != APPROVED && state != CONFIRMED);
  }

  /**
   * A version as it stands, or stood when the next one took its place.
   *
   * @param declaredIn month of the business date of the run that took it in
   */
  public record Version(DeclarationState state, YearMonth declaredIn) {}

  /**
   * The month from which each version of one declaration holds, inclusive, until the next one's.
   * The first holds from January. A later one holds from the month of its business date, except the
   * correction of a returned one, which takes that one's place from its beginning.
   *
   * @param versions in order, the first one first
   */
  public static List<YearMonth> effectiveFrom(int year, List<Version> versions) {
    List<YearMonth> months = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      if (i == 0) {
        months.add(YearMonth.of(year, 1));
      } else if (versions.get(i - 1).state() == RETURNED) {
        months.add(months.get(i - 1));
      } else {
        months.add(versions.get(i).declaredIn());
      }
    }
    return months;
  }
}
