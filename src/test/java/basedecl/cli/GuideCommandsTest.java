package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.Guide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the user guide says that a command prints is what it prints: every block of a command with
 * its output is run, in their order, on a ledger that holds the sample year. A line of ellipsis
 * stands for any lines left out.
 */
@Tag("run")
class GuideCommandsTest {

  private static final String PROGRAM = "$ java -jar base-declaration.jar ";
  private static final String LEFT_OUT = "……";

  /** Commands that open the ledger; they are given this test's. */
  private static final Set<String> ON_LEDGER =
      Set.of("run", "explain", "status", "payments", "policy try");

  private record Block(String command, List<String> output) {}

  @TestFactory
  Stream<DynamicTest> everyBlockIsWhatTheProgramSays(@TempDir Path folder) throws IOException {
    Workplace year = new Workplace(Files.createDirectory(folder.resolve("year")));
    sampleYear(year);
    Workplace night = new Workplace(Files.createDirectory(folder.resolve("night")));
    return blocks().stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.command(),
                    () -> holds(block.command().startsWith("run ") ? night : year, block)));
  }

  /** What commands that only look at a ledger tell of. */
  private static void sampleYear(Workplace place) throws IOException {
    place.deliver("");
    assertThat(place.night().status()).isZero();
    for (String job : List.of("papers", "review", "late-fee", "special-payment")) {
      Workplace.Ended ended = place.run(job);
      assertThat(ended.status()).as(ended.said()).isZero();
    }
  }

  private static void holds(Workplace place, Block block) throws IOException {
    if (block.command().startsWith("run jobs/declaration.yaml")) {
      place.deliver("");
    }
    List<String> words = new ArrayList<>(Arrays.asList(block.command().split(" ")));
    words.replaceAll(
        word -> word.endsWith(".xlsx") && !word.contains("/") ? inside(place, word) : word);
    if (ON_LEDGER.stream().anyMatch(block.command()::startsWith)) {
      words.addAll(List.of("--set", "database=" + place.database()));
    }
    if (words.get(0).equals("run")) {
      words.addAll(List.of("--set", "work=" + place.folder().resolve("work")));
      words.addAll(List.of("--set", "output=" + place.output()));
      if (words.get(1).contains("declaration")) {
        words.addAll(List.of("--set", "inbox=" + place.inbox()));
      }
    }
    Workplace.Ended ended = Workplace.command(words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isIn(0, 3);
    List<String> said =
        ended.said().strip().lines().map(line -> line.replace(place.folder() + "/", "")).toList();
    assertThat(matches(block.output(), said))
        .as("%s says%n%s", block.command(), String.join("\n", said))
        .isTrue();
  }

  private static String inside(Workplace place, String file) {
    return place.folder().resolve(file).toString();
  }

  private static boolean matches(List<String> wanted, List<String> said) {
    int at = 0;
    boolean mayLeaveOut = false;
    for (String line : wanted) {
      if (line.equals(LEFT_OUT)) {
        mayLeaveOut = true;
        continue;
      }
      while (mayLeaveOut && at < said.size() && !said.get(at).equals(line)) {
        at++;
      }
      if (at >= said.size() || !said.get(at).equals(line)) {
        return false;
      }
      at++;
      mayLeaveOut = false;
    }
    return mayLeaveOut || at == said.size();
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Guide.FILE)) {
      if (line.equals("```console")) {
        inside = true;
        open.clear();
      } else if (line.equals("```") && inside) {
        inside = false;
        assertThat(open).first().asString().startsWith(PROGRAM);
        blocks.add(
            new Block(
                open.get(0).substring(PROGRAM.length()),
                List.copyOf(open.subList(1, open.size()))));
      } else if (inside) {
        open.add(line);
      } else {
        assertThat(line).as("commands stand in blocks of their own").doesNotStartWith("    java");
      }
    }
    assertThat(blocks).isNotEmpty();
    return blocks;
  }
}
