package basedecl.declaration.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The states that one version of a declaration went through, in order. */
public record StateHistory(List<Entry> entries) {

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

  /** The last decision: approved or returned. */
  public Optional<Entry> decision() {
    return entries.stream()
        .filter(
            entry ->
                entry.state() == DeclarationState.APPROVED
                    || entry.state() == DeclarationState.RETURNED)
        .reduce((earlier, later) -> later);
  }
}
