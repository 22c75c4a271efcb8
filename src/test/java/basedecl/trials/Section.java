package basedecl.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One table with what stands above and below it; a sheet has one or more.
 *
 * @param sheet its sheet's place in the file, from 0
 */
record Section(
    int sheet, List<List<TrialCell>> above, List<Line> lines, List<List<TrialCell>> below) {

  Section(int sheet) {
    this(sheet, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  Stream<Line.Person> people() {
    return lines.stream().filter(Line.Person.class::isInstance).map(Line.Person.class::cast);
  }

  List<String> employers() {
    return people().map(person -> person.employer).distinct().toList();
  }
}
