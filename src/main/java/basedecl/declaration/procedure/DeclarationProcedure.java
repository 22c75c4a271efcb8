package basedecl.declaration.procedure;

import static basedecl.declaration.procedure.DeclarationState.ACCEPTED;
import static basedecl.declaration.procedure.DeclarationState.APPROVED;
import static basedecl.declaration.procedure.DeclarationState.ASSESSED;
import static basedecl.declaration.procedure.DeclarationState.CONFIRMED;
import static basedecl.declaration.procedure.DeclarationState.MATERIALS_COMPLETE;
import static basedecl.declaration.procedure.DeclarationState.RECEIVED;
import static basedecl.declaration.procedure.DeclarationState.REJECTED;
import static basedecl.declaration.procedure.DeclarationState.REOPENED;
import static basedecl.declaration.procedure.DeclarationState.RETURNED;
import static basedecl.declaration.procedure.DeclarationState.UNDER_REVIEW;

import basedecl.policy.Population;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The course of a declaration (S3, second part; domain 4): which state may follow which, whether
 * another version may follow, and from which month a version holds.
 *
 * <pre>
 * RECEIVED → REJECTED | ACCEPTED → MATERIALS_COMPLETE → UNDER_REVIEW → RETURNED | APPROVED → CONFIRMED
 *                                                                       APPROVED | CONFIRMED → REOPENED
 * </pre>
 *
 * A returned declaration goes no further: its correction is a new version, which begins as
 * RECEIVED. So does the successor of a reopened one, which stays in force until then.
 *
 * <p>ASSESSED is a version that the agency made itself, since an audit found other wages: it begins
 * and ends there, in the place of whatever was in force, and only another assessment follows it.
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
          APPROVED, Set.of(CONFIRMED, REOPENED),
          CONFIRMED, Set.of(REOPENED),
          REOPENED, Set.of(),
          ASSESSED, Set.of());

  private DeclarationProcedure() {}

  /** Whether a declaration may go from one state straight to the other. */
  public static boolean allows(DeclarationState from, DeclarationState to) {
    return NEXT.getOrDefault(from, Set.of()).contains(to);
  }

  /** Whether a declaration in this state was approved: it is in force until its successor is. */
  public static boolean isApproved(DeclarationState state) {
    return state == APPROVED || state == CONFIRMED || state == REOPENED || state == ASSESSED;
  }

  /**
   * Whether a new version may follow while one in this state is in force. That of staff in service
   * is closed once approved, until the agency reopens it; retirees may be declared again at any
   * time, since pensions are adjusted within the year (S3, third part, point three). What an audit
   * assessed no declaration replaces.
   */
  public static boolean mayHaveSuccessor(Population population, DeclarationState inForce) {
    return population == Population.RETIREES
        || (inForce != APPROVED && inForce != CONFIRMED && inForce != ASSESSED);
  }

  /**
   * Whether a later version takes the place of one in force: an approved one yields to an approved.
   */
  public static boolean takesThePlace(DeclarationState inForce, DeclarationState later) {
    return !isApproved(inForce) || isApproved(later);
  }

  /**
   * A version as it stands, or stood when the next one took its place.
   *
   * @param declaredIn month of the business date of the run that took it in
   */
  public record Version(DeclarationState state, YearMonth declaredIn) {}

  /**
   * The month from which each version of one declaration holds, inclusive, until that of the next
   * one that holds at all; empty for a version that never came into force: returned, or not yet
   * approved, while an approved one was. The first holds from January. A later one holds from the
   * month of its business date, except the correction of a returned one, which holds from where
   * that one would have.
   *
   * @param versions in order, the first one first
   */
  public static List<Optional<YearMonth>> effectiveFrom(int year, List<Version> versions) {
    List<Optional<YearMonth>> months = new ArrayList<>();
    YearMonth month = YearMonth.of(year, 1);
    Optional<Version> before = Optional.empty();
    Optional<Version> inForce = Optional.empty();
    for (Version version : versions) {
      if (before.isPresent() && before.get().state() != RETURNED) {
        month = version.declaredIn();
      }
      if (inForce.isEmpty() || takesThePlace(inForce.get().state(), version.state())) {
        months.add(Optional.of(month));
        inForce = Optional.of(version);
      } else {
        months.add(Optional.empty());
      }
      before = Optional.of(version);
    }
    return months;
  }
}
