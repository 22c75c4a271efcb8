package basedecl.declaration.change;

import basedecl.declaration.EmployerEnd;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * A change of one employer.
 *
 * @param on the day from which on it holds (inclusive)
 * @param name the new name; of a split that of the new employer
 * @param agency the new agency; of a split that of the new employer
 * @param partner the employer it merged into, or the one that split off
 * @param arrearsPass whether the months before pass to the partner: always with a merger (Civil
 *     Code, art. 67), with a split where its line says so
 * @param basis the document it rests on
 */
public record EmployerChange(
    String code,
    ChangeKind kind,
    LocalDate on,
    Optional<String> name,
    Optional<String> agency,
    Optional<String> partner,
    boolean arrearsPass,
    String basis) {

  /** In the order in which changes take effect. */
  public static final Comparator<EmployerChange> IN_ORDER =
      Comparator.comparing(EmployerChange::on)
          .thenComparing(EmployerChange::kind)
          .thenComparing(EmployerChange::code)
          .thenComparing(change -> change.partner().orElse(""));

  /** The end that it is; empty for the kinds an employer survives. */
  public Optional<EmployerEnd> end() {
    return kind.isEnd() ? Optional.of(new EmployerEnd(on, partner)) : Optional.empty();
  }

  /** The first month that it changes: that of a first day, or the one after a later day. */
  public YearMonth firstMonthAfter() {
    return new EmployerEnd(on, partner).firstMonthFree();
  }

  /** Whether both say the same of the employer, whatever they rest on. */
  public boolean saysTheSame(EmployerChange other) {
    return code.equals(other.code)
        && kind == other.kind
        && on.equals(other.on)
        && name.equals(other.name)
        && agency.equals(other.agency)
        && partner.equals(other.partner)
        && arrearsPass == other.arrearsPass;
  }

  /** Whether they cannot both hold: of one day, of one thing, and not the same. */
  public boolean contradicts(EmployerChange other) {
    boolean ofOneThing =
        kind == other.kind
            ? kind != ChangeKind.SPLIT || partner.equals(other.partner)
            : kind.isEnd() && other.kind.isEnd();
    return code.equals(other.code) && on.equals(other.on) && ofOneThing && !saysTheSame(other);
  }
}
