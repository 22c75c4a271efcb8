package basedecl.trials;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingWords;
import basedecl.trials.FileReading.Part;
import basedecl.trials.FileReading.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what was read against what the sender meant. Nothing is accepted but what was meant, person
 * by person in order; whatever is refused is refused with a code meant for it; and what nothing
 * speaks against is accepted.
 */
final class Judge {

  private final Draft draft;
  private final FileReading reading;
  private final Map<String, List<Line.Person>> meant = new LinkedHashMap<>();
  private final List<String> charges = new ArrayList<>();

  private Judge(Draft draft, FileReading reading) {
    this.draft = draft;
    this.reading = reading;
    draft
        .people()
        .forEach(p -> meant.computeIfAbsent(p.employer, code -> new ArrayList<>()).add(p));
  }

  /** What is wrong with a reading; the worst first, nothing where nothing is. */
  static List<String> charges(Draft draft, FileReading reading) {
    Judge judge = new Judge(draft, reading);
    judge.accepted();
    judge.refused();
    judge.codes();
    return judge.charges;
  }

  private Set<FindingCode> errors() {
    return found(true);
  }

  private Set<FindingCode> found(boolean errors) {
    return reading.findings().stream()
        .map(Finding::code)
        .filter(code -> code.isError() == errors)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
  }

  private static boolean shared(Set<FindingCode> some, Set<FindingCode> others) {
    return !Collections.disjoint(some, others);
  }

  private static String shown(String name) {
    return name.replaceAll("\\s", "");
  }

  private List<Person> people(String employer) {
    return meant.getOrDefault(employer, List.of()).stream()
        .map(p -> new Person(shown(p.name), p.number, p.wage.setScale(2)))
        .toList();
  }

  private boolean isSpoilt(String employer) {
    return !draft.spoilt.isEmpty()
        || meant.getOrDefault(employer, List.of()).stream().anyMatch(p -> !p.faults.isEmpty());
  }

  private void accepted() {
    reading
        .parts()
        .forEach(
            (employer, part) -> {
              if (part.accepted()) {
                accepted(employer, part);
              } else {
                inside(employer, part);
              }
            });
  }

  private void accepted(String employer, Part part) {
    List<Person> read =
        part.people().stream().map(p -> new Person(shown(p.name()), p.number(), p.wage())).toList();
    if (!meant.containsKey(employer)) {
      charges.add("WRONG accepted for an employer that nobody named: " + employer);
    } else if (isSpoilt(employer)) {
      charges.add("WRONG accepted although spoilt: " + employer + " " + read);
    } else if (!read.equals(people(employer))) {
      charges.add("WRONG accepted as " + read + ", not " + people(employer));
    } else if (part.declaredTotal().compareTo(total(read)) != 0) {
      charges.add("WRONG total " + part.declaredTotal());
    }
  }

  private static BigDecimal total(List<Person> people) {
    return people.stream().map(Person::wage).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of a refused employer nobody is lost. */
  private void inside(String employer, Part part) {
    boolean rowsOnly =
        draft.spoilt.isEmpty()
            && !shared(errors(), draft.tolerated)
            && !employer.isEmpty()
            && !hasDividedRow();
    int size = meant.getOrDefault(employer, List.of()).size();
    if (rowsOnly && part.rowsRead() != size) {
      charges.add("LOST: " + part.rowsRead() + " rows of " + employer + ", not " + size);
    }
  }

  /** What stands as the code of a row whose cells have shifted is anything. */
  private boolean hasDividedRow() {
    return draft.carrier == Carrier.CSV && errors().contains(FindingCode.ROW_TOO_WIDE);
  }

  private void refused() {
    Set<FindingCode> whole = EnumSet.copyOf(draft.tolerated);
    whole.addAll(draft.spoilt);
    boolean refusedWhole = shared(errors(), whole);
    if (!draft.spoilt.isEmpty() && !refusedWhole) {
      charges.add("UNSAID: none of " + draft.spoilt + " among " + errors());
    }
    if (refusedWhole) {
      return;
    }
    for (String employer : meant.keySet()) {
      Part part = reading.parts().get(employer);
      boolean refused = part == null || !part.accepted();
      if (!isSpoilt(employer) && refused && !hasDividedRow()) {
        charges.add("REFUSED though honest: " + employer + " by " + places(errors()));
      }
      meant.getOrDefault(employer, List.of()).stream()
          .flatMap(p -> p.faults.stream())
          .filter(fault -> !shared(found(true), fault) && !shared(found(false), fault))
          .forEach(fault -> charges.add("UNSAID: none of " + fault + " among " + errors()));
    }
  }

  private String places(Set<FindingCode> codes) {
    return reading.findings().stream()
        .filter(finding -> codes.contains(finding.code()))
        .map(
            f ->
                f.code()
                    + "@"
                    + f.place().sheet()
                    + "!"
                    + f.place().columnLetter()
                    + f.place().row()
                    + FindingWords.of(f))
        .limit(4)
        .collect(Collectors.joining(" "));
  }

  private void codes() {
    Set<FindingCode> allowed = EnumSet.copyOf(draft.tolerated);
    allowed.addAll(draft.spoilt);
    draft.people().forEach(p -> p.faults.forEach(allowed::addAll));
    Set<FindingCode> others = errors();
    others.removeAll(allowed);
    if (!others.isEmpty() && charges.isEmpty()) {
      charges.add("BESIDE the point: " + places(others));
    }
    Set<FindingCode> warnings = found(false);
    boolean read = reading.parts().values().stream().anyMatch(Part::accepted);
    if (read && !warnings.containsAll(draft.mustWarn)) {
      charges.add("SILENT: not " + draft.mustWarn + " but " + warnings);
    }
    warnings.removeAll(draft.mustWarn);
    warnings.removeAll(draft.mayWarn);
    warnings.removeAll(allowed);
    if (!warnings.isEmpty() && draft.spoilt.isEmpty() && errors().isEmpty()) {
      charges.add("WARNED of nothing: " + warnings);
    }
  }
}
