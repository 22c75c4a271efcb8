package basedecl.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One way in which files differ from the plain one.
 *
 * @param fault whether it spoils the file, which must then be refused with the code meant for it
 * @param plant changes a draft; false where it does not fit and nothing was changed
 */
record Kind(String name, boolean fault, Predicate<Draft> plant) {

  private static final List<Kind> HONEST = gathered(false);
  private static final List<Kind> FAULTS = gathered(true);

  static Kind honest(String name, Predicate<Draft> plant) {
    return new Kind(name, false, plant);
  }

  static Kind fault(String name, Predicate<Draft> plant) {
    return new Kind(name, true, plant);
  }

  /** Ways in which an honest file may be written. */
  static List<Kind> honest() {
    return HONEST;
  }

  /** What may be wrong with a file. */
  static List<Kind> faults() {
    return FAULTS;
  }

  private static List<Kind> gathered(boolean fault) {
    List<Kind> all = new ArrayList<>();
    all.addAll(HeaderKinds.all());
    all.addAll(EmployerKinds.all());
    all.addAll(ValueKinds.all());
    all.addAll(LineKinds.all());
    all.addAll(WarningKinds.all());
    all.addAll(RowFaults.all());
    all.addAll(FileFaults.all());
    return all.stream().filter(kind -> kind.fault() == fault).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
