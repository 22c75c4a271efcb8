package basedecl.desk.run;

import basedecl.message.Language;
import basedecl.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summaries of two runs, line beside line. Lines that both have stand beside each other, what
 * only one has between them.
 *
 * @param runId of the run that this one is held against
 * @param dry whether that was the dry run of this one
 * @param same whether they have the same lines
 */
record SummariesBeside(long runId, boolean dry, List<Pair> lines, boolean same) {

  private static final Set<String> ANNOUNCEMENTS =
      Stream.of(
              "flexible.dry-run",
              "flexible.limit-change-dry-run",
              "audit.outcome-dry-run",
              "employerchange.dry-run",
              "staffchange.dry-run",
              "latefee.dry-run",
              "reconciliation.dry-run",
              "flexible.payments-dry-run")
          .flatMap(key -> Arrays.stream(Language.values()).map(Message.of(key)::in))
          .collect(Collectors.toUnmodifiableSet());

  /** Lines beside each other; empty where the other run has none there. */
  record Pair(String expected, String actual, boolean same) {}

  static SummariesBeside of(long runId, boolean dry, List<String> expected, List<String> actual) {
    List<Pair> pairs = new ArrayList<>();
    int[][] common = common(expected, actual);
    int i = 0;
    int j = 0;
    while (i < expected.size() && j < actual.size()) {
      if (expected.get(i).equals(actual.get(j))) {
        pairs.add(new Pair(expected.get(i++), actual.get(j++), true));
      } else if (common[i + 1][j + 1] == common[i][j]) {
        pairs.add(new Pair(expected.get(i++), actual.get(j++), false));
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        pairs.add(new Pair(expected.get(i++), "", false));
      } else {
        pairs.add(new Pair("", actual.get(j++), false));
      }
    }
    expected.subList(i, expected.size()).forEach(line -> pairs.add(new Pair(line, "", false)));
    actual.subList(j, actual.size()).forEach(line -> pairs.add(new Pair("", line, false)));
    return new SummariesBeside(runId, dry, pairs, pairs.stream().allMatch(Pair::same));
  }

  /**
   * A dry run beside its real run. What every dry run says of itself is left out, and its folder
   * counts as that of the real run: neither is anything that came out otherwise.
   *
   * @param dryFolder where dry runs write
   * @param folder where real runs write
   */
  static SummariesBeside ofDryRun(
      long runId, List<String> expected, List<String> actual, Path dryFolder, Path folder) {
    return of(
        runId,
        true,
        expected.stream()
            .filter(line -> !ANNOUNCEMENTS.contains(line))
            .map(line -> line.replace(dryFolder.toString(), folder.toString()))
            .toList(),
        actual);
  }

  /** How many lines, in order, both have from there to their ends. */
  private static int[][] common(List<String> one, List<String> other) {
    int[][] common = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            one.get(i).equals(other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
