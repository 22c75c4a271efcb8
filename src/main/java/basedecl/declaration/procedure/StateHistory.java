package basedecl.declaration.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states that one version of a declaration went through, in order. */
public record StateHistory(List<Entry> entries) {

  private static final Set<DeclarationState> DECISIONS =
      Set.of(
          DeclarationState.APPROVED,
          DeclarationState.RETURNED,
          DeclarationState.REOPENED,
          DeclarationState.ASSESSED);

  public static final StateHistory NONE = new StateHistory(List.of());

  /** Since which day the version was in a state, and why. */
  public record Entry(DeclarationState state, LocalDate since, String reason) {}

  public StateHistory {
    entries = List.copyOf(entries);
  }

  /** The first day in a state. */
  public Optional<LocalDate> since(DeclarationState state) {
    return entries.stream().filter(entry -> entry.state() == state).map(Entry::since).findFirst();
  }

  /** The last decision: approved, returned, reopened or assessed. */
  public Optional<Entry> decision() {
    return entries.stream()
        .filter(entry -> DECISIONS.contains(entry.state()))
        .reduce((earlier, later) -> later);
  }
}
