package basedecl.desk.edit;

import basedecl.ledger.draft.DraftRow;
import basedecl.person.DocumentKind;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The rows of a draft as a browser sends them, and what was asked for. A form says whose it is,
 * since another employer may have been chosen in another window meanwhile.
 *
 * @param revision of the draft that the form was made from
 * @param strike the row to be struck, from 1
 */
record EditForm(
    String employer,
    Population population,
    int revision,
    List<DraftRow> rows,
    OptionalInt strike,
    boolean add,
    boolean check) {

  private static final String NUMBER = "\\d{1,9}";

  /** Empty for what no form of the desk sends. */
  static Optional<EditForm> of(MultiValueMap<String, String> sent) {
    Optional<Population> population = Population.of(one(sent, "population"));
    Optional<List<DraftRow>> rows = rows(sent);
    if (population.isEmpty() || rows.isEmpty() || !one(sent, "revision").matches(NUMBER)) {
      return Optional.empty();
    }
    return Optional.of(
        new EditForm(
            one(sent, "employer"),
            population.get(),
            Integer.parseInt(one(sent, "revision")),
            rows.get(),
            strike(sent),
            one(sent, "do").equals("add"),
            one(sent, "do").equals("check")));
  }

  /** The rows with one struck, or one more. */
  List<DraftRow> changed() {
    List<DraftRow> changed = new ArrayList<>(rows);
    if (strike.isPresent() && strike.getAsInt() >= 1 && strike.getAsInt() <= rows.size()) {
      changed.remove(strike.getAsInt() - 1);
    }
    if (add && changed.size() < Drafts.MOST_PEOPLE) {
      changed.add(DraftRow.BLANK);
    }
    return changed;
  }

  private static OptionalInt strike(MultiValueMap<String, String> sent) {
    String row = one(sent, "strike");
    return row.matches(NUMBER) ? OptionalInt.of(Integer.parseInt(row)) : OptionalInt.empty();
  }

  private static Optional<List<DraftRow>> rows(MultiValueMap<String, String> sent) {
    List<String> names = all(sent, "name");
    List<String> kinds = all(sent, "kind");
    List<String> numbers = all(sent, "number");
    List<String> wages = all(sent, "wage");
    List<String> starts = months(sent, "start", names.size());
    List<String> stops = months(sent, "stop", names.size());
    List<String> remarks = all(sent, "remarks");
    List<DraftRow> rows = new ArrayList<>();
    boolean whole =
        names.size() <= Drafts.MOST_PEOPLE
            && Stream.of(kinds, numbers, wages, starts, stops, remarks)
                .allMatch(column -> column.size() == names.size());
    for (int i = 0; whole && i < names.size(); i++) {
      Optional<DocumentKind> kind = kind(kinds.get(i));
      whole = kind.isPresent();
      if (whole) {
        rows.add(
            new DraftRow(
                names.get(i),
                kind.get(),
                numbers.get(i),
                wages.get(i),
                starts.get(i),
                stops.get(i),
                remarks.get(i)));
      }
    }
    return whole && rows.stream().allMatch(DraftRow::fits) ? Optional.of(rows) : Optional.empty();
  }

  /** The form of retirees has no such fields. */
  private static List<String> months(MultiValueMap<String, String> sent, String field, int rows) {
    List<String> months = all(sent, field);
    return months.isEmpty() ? Collections.nCopies(rows, "") : months;
  }

  private static Optional<DocumentKind> kind(String word) {
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.name().equals(word))
        .findFirst();
  }

  private static List<String> all(MultiValueMap<String, String> sent, String field) {
    return sent.getOrDefault(field, List.of());
  }

  private static String one(MultiValueMap<String, String> sent, String field) {
    return all(sent, field).stream().findFirst().orElse("");
  }
}
