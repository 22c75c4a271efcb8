package basedecl.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code make bench} was asked for.
 *
 * @param parts any of product, peer, floor, second, one, workers
 * @param sizes numbers of people, each its own inbox
 * @param employers of the largest size; smaller ones have as many people an employer
 * @param peerPeople the peer is spared inboxes of more people than this
 * @param runs each process is run so many times, and the median taken
 * @param workers numbers of workers to compare
 * @param percent of a core that each of them may take
 * @param timeout seconds after which a process is killed
 */
record BenchSettings(
    Path folder,
    List<String> parts,
    List<String> databases,
    List<Integer> sizes,
    int people,
    int employers,
    long seed,
    int peerPeople,
    int runs,
    List<Integer> workers,
    int percent,
    int timeout) {

  /** From words such as {@code people=1000000}. */
  static BenchSettings of(String... words) {
    Map<String, String> said = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0 && equals < word.length() - 1) {
        said.put(word.substring(0, equals), word.substring(equals + 1).trim());
      }
    }
    int people = number(said, "people", 1_000_000);
    String database = said.getOrDefault("database", "both");
    return new BenchSettings(
        Path.of(said.getOrDefault("folder", "target/bench/data")),
        list(said.getOrDefault("parts", "product peer floor second one")),
        switch (database) {
          case "h2" -> List.of("H2");
          case "mariadb" -> List.of("MariaDB");
          case "both" -> Measurements.databases();
          default -> throw new IllegalArgumentException("DATABASE is h2, mariadb or both");
        },
        said.containsKey("sizes")
            ? numbers(said.getOrDefault("sizes", ""))
            : List.of(Math.max(1, people / 100), Math.max(1, people / 10), people),
        people,
        number(said, "employers", 10_000),
        number(said, "seed", 42),
        number(said, "peer-people", Integer.MAX_VALUE),
        number(said, "runs", 1),
        numbers(said.getOrDefault("workers", "1 2 4 8")),
        number(said, "percent", 25),
        number(said, "timeout", 1_800));
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  int largest() {
    return sizes.get(sizes.size() - 1);
  }

  /** The employers of an inbox of this size. */
  int employersFor(int size) {
    return Math.max(1, (int) ((long) size * employers / people));
  }

  private static List<String> list(String words) {
    return Arrays.stream(words.trim().split("[ ,]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static List<Integer> numbers(String words) {
    return list(words).stream().map(Integer::valueOf).sorted().toList();
  }

  private static int number(Map<String, String> said, String name, int otherwise) {
    String word = said.get(name);
    return word == null ? otherwise : Integer.parseInt(word.replace("_", ""));
  }
}
