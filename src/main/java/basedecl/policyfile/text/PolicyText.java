package basedecl.policyfile.text;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.HeadersFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies as lines for a terminal, in aligned columns: what {@code policy list} and {@code policy
 * show} print. A figure that no document states carries a clear mark.
 */
public final class PolicyText {

  private final Language language;
  private final List<String> lines = new ArrayList<>();

  private PolicyText(Language language) {
    this.language = language;
  }

  /**
   * One line for each policy, then the centre's own header words, then what looked odd while the
   * policies were loaded.
   *
   * @param headers {@link HeadersFile#read}
   */
  public static List<String> list(
      PolicyBook shelf, Map<String, List<String>> headers, Language language) {
    PolicyText text = new PolicyText(language);
    List<List<String>> rows = new ArrayList<>();
    rows.add(text.columns("policy.show.list-header"));
    for (Policy policy : shelf.policies()) {
      rows.add(
          List.of(
              policy.name(),
              policy
                  .following()
                  .map(each -> text.say("policy.show.list-follows", policy.title(), each.basesOf()))
                  .orElse(policy.title()),
              PolicyTables.years(policy),
              policy.version(),
              policy.source()));
    }
    text.lines.addAll(AlignedRows.aligned(rows));
    headers.forEach(
        (column, words) ->
            text.lines.add(text.say("policy.show.own-words", column, String.join("、", words))));
    shelf.warnings().forEach(w -> text.lines.add(text.say("policy.show.warning", w.in(language))));
    return List.copyOf(text.lines);
  }

  /** {@link PolicyTables} in lines. */
  public static List<String> show(
      Policy policy, Optional<Integer> year, Optional<LocalDate> knownOn, Language language) {
    PolicyTables all = PolicyTables.of(policy, year, knownOn, language);
    List<String> lines = new ArrayList<>(List.of(all.title(), all.file()));
    for (PolicyTable table : all.tables()) {
      lines.add("");
      lines.add(table.title());
      aligned(table).forEach(line -> lines.add("  " + line));
      table.notes().forEach(note -> lines.add("  " + note));
    }
    if (!all.placeholderNote().isEmpty()) {
      lines.add("");
      lines.add(all.placeholderNote());
    }
    return List.copyOf(lines);
  }

  private static List<String> aligned(PolicyTable table) {
    if (table.rows().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.head());
    table.rows().forEach(row -> rows.add(row.cells()));
    return AlignedRows.aligned(rows);
  }

  private List<String> columns(String key) {
    return List.of(say(key).split("\t", -1));
  }

  private String say(String key, String... words) {
    return Message.of(key, words).in(language);
  }
}
