package basedecl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of {@code samples/year/run.sh} as command lines of this process. What the script puts
 * before each line is read from the script too; only {@code var/year} becomes a folder of the test.
 */
final class YearScript {

  static final Path FILE = Path.of("samples/year/run.sh");

  private static final Pattern FIXED = Pattern.compile("--set ([a-z-]+=[^\\s\"$]+)");
  private static final Pattern ROSTER = Pattern.compile("(?m)^ {2}run \"\\$@\" (roster=\\S+)$");

  private final List<String> lines;
  private final List<String> everywhere;
  private final String roster;

  YearScript() throws IOException {
    lines = Files.readAllLines(FILE);
    String whole = Files.readString(FILE);
    everywhere = FIXED.matcher(whole).results().map(found -> found.group(1)).toList();
    roster = ROSTER.matcher(whole).results().map(found -> found.group(1)).findFirst().orElseThrow();
  }

  /** A job of a day with its settings, the script's folder replaced. */
  record Line(String day, String job, List<String> words) {

    /** What the line itself sets; empty where it does not. */
    String setting(String key) {
      return words.stream()
          .filter(word -> word.startsWith(key + "="))
          .map(word -> word.substring(key.length() + 1))
          .reduce("", (earlier, later) -> later);
    }

    @Override
    public String toString() {
      return day + " " + job;
    }
  }

  List<Line> jobs(Path folder) {
    return lines.stream()
        .filter(line -> line.matches("(job|run) \\d{4}-.*"))
        .map(line -> List.of(line.split(" ")))
        .map(words -> line(words, folder))
        .toList();
  }

  private Line line(List<String> words, Path folder) {
    List<String> settings = new ArrayList<>(everywhere);
    settings.add("business-date=" + words.get(1));
    settings.addAll(words.subList(3, words.size()));
    if (words.get(0).equals("job")) {
      settings.add(roster);
    }
    List<String> command = new ArrayList<>(List.of("run", "jobs/" + words.get(2) + ".yaml"));
    settings.stream()
        .flatMap(setting -> Stream.of("--set", setting))
        .map(word -> word.replace("./var/year", folder.toAbsolutePath().toString()))
        .map(word -> word.replace("var/year", folder.toString()))
        .forEach(command::add);
    return new Line(words.get(1), words.get(2), command);
  }
}
