package basedecl.declaration.change;

import basedecl.declaration.Employer;
import basedecl.declaration.EmployerEnd;
import basedecl.declaration.Roster;
import java.util.List;
import java.util.Map;

/**
 * The employers as they are on a day.
 *
 * @param over those that are no more, by code
 * @param outdated codes of those that the roster still tells as they were before a change
 */
public record Picture(
    List<Employer> employers, Map<String, EmployerEnd> over, List<String> outdated) {

  public Picture {
    employers = List.copyOf(employers);
    over = Map.copyOf(over);
    outdated = List.copyOf(outdated);
  }

  public Roster roster() {
    return new Roster(employers, over);
  }
}
