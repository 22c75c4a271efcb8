package basedecl.desk.run;

import java.util.List;
import java.util.Set;

/**
 * The form that a job is started with: a field for each of its keys that is an operator's to fill
 * in.
 *
 * @param name of the job in job files
 * @param hasDryRun whether it can be tried without changing the ledger
 * @param hasFiles whether one of its keys is a file
 * @param bounds how files are read, which seldom is other than the default
 */
record JobForm(
    String name,
    String title,
    String purpose,
    boolean hasDryRun,
    boolean hasFiles,
    List<Field> fields,
    List<Field> bounds) {

  /** Whether one of the bounds is among these fields. */
  public boolean hasWrongBound(Set<String> wrong) {
    return bounds.stream().map(Field::name).anyMatch(wrong::contains);
  }

  /**
   * One key.
   *
   * @param value as typed, or the default
   * @param hint what it is for, and what holds where it is left empty
   * @param choices empty where it is typed
   */
  record Field(String name, String value, String hint, boolean required, List<Choice> choices) {

    public boolean isChosen() {
      return !choices.isEmpty();
    }
  }
}
