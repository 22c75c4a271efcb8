package basedecl.ledger.remote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that hands out its files, and what whoever reads for it must have alike.
 *
 * @param fence of the lease the run holds; nothing is stored under another one
 */
public record RemoteCall(
    long runId,
    int attempt,
    long fence,
    String job,
    String policy,
    int year,
    LocalDate businessDate,
    Alike alike) {

  /**
   * Digests of what decides how a file is read and assessed, and where it lies.
   *
   * @param program of its classes
   * @param policies of the run's policy, of its year, and of the centre's own header words
   * @param roster empty where a run has none
   * @param reading of the limits to what is read
   * @param workMark what the manager left in the work folder
   */
  public record Alike(
      String program, String policies, String roster, String reading, String workMark) {

    /** In which of these another one differs, in the words {@code remote.differs.*}. */
    public List<String> differences(Alike other) {
      List<String> found = new ArrayList<>();
      note(found, "program", program, other.program);
      note(found, "policies", policies, other.policies);
      note(found, "roster", roster, other.roster);
      note(found, "reading", reading, other.reading);
      note(found, "work", workMark, other.workMark);
      return found;
    }

    private static void note(List<String> found, String word, String one, String other) {
      if (!one.equals(other)) {
        found.add(word);
      }
    }
  }

  /** The requests of this attempt, apart from those of any other. */
  public String group() {
    return "run-" + runId + "-" + attempt + "-" + fence;
  }
}
