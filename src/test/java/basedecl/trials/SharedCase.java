package basedecl.trials;

import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.person.SocialCreditCode;
import basedecl.rules.RuleCase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of {@code src/test/resources/cases} and all that may come of it, as {@code cases.yaml}
 * tells.
 *
 * @param folder the name of the folder it lies in, {@code ""} where that does not matter
 * @param rosterLine an employer known to the centre, {@code ""} for none
 */
record SharedCase(String file, String folder, String rosterLine, List<Allowed> outcomes) {

  static final Path FOLDER = Path.of("src/test/resources/cases");

  static Stream<SharedCase> all() {
    return RuleCase.of("../cases/cases.yaml")
        .map(
            values ->
                new SharedCase(
                    values.get("file"),
                    values.get("folder", ""),
                    values.get("roster", ""),
                    values.list("outcomes").stream().map(Allowed::of).toList()));
  }

  Path path() {
    return FOLDER.resolve(file);
  }

  Optional<Roster> roster() {
    if (rosterLine.isEmpty()) {
      return Optional.empty();
    }
    String[] cells = rosterLine.split(",", -1);
    return Optional.of(
        new Roster(
            List.of(
                new Employer(
                    cells[0],
                    cells[1],
                    Optional.of(new SocialCreditCode(cells[2])),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  @Override
  public String toString() {
    return Stream.of(file, folder, rosterLine)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * One outcome that is allowed.
   *
   * @param accepted each employer's people, as number and wage, in the file's order
   * @param names employers' names, where they matter
   * @param refused codes that refuse the file or an employer, all of them there
   * @param codes codes found beside an acceptance, all of them there
   * @param may codes that may be there, too
   * @param foundAt the rows of which errors speak, empty where that does not matter
   * @param findings how many findings there are, 0 where that does not matter
   * @param says words of one of the findings or its remedy
   */
  record Allowed(
      Map<String, List<String>> accepted,
      Map<String, String> names,
      Set<String> refused,
      Set<String> codes,
      Set<String> may,
      Set<Integer> foundAt,
      int findings,
      String says) {

    private static Allowed of(RuleCase values) {
      Map<String, List<String>> accepted = new LinkedHashMap<>();
      Map<String, String> names = new LinkedHashMap<>();
      for (RuleCase employer : values.list("accepted")) {
        accepted.put(
            employer.get("employer"),
            Arrays.stream(employer.get("people").split(";", -1))
                .map(person -> person(person.strip().split(" ", -1)))
                .toList());
        if (employer.has("name")) {
          names.put(employer.get("employer"), employer.get("name"));
        }
      }
      return new Allowed(
          accepted,
          names,
          words(values, "refused"),
          words(values, "codes"),
          words(values, "may"),
          words(values, "found-at").stream().map(Integer::valueOf).collect(Collectors.toSet()),
          Integer.parseInt(values.get("findings", "0")),
          values.get("says", ""));
    }

    private static Set<String> words(RuleCase values, String key) {
      return Arrays.stream(values.get(key, "").split(" ", -1))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String person(String[] numberAndWage) {
      return person(numberAndWage[0], new BigDecimal(numberAndWage[1]));
    }

    static String person(String number, BigDecimal wage) {
      return number + " " + wage.setScale(2).toPlainString();
    }
  }
}
