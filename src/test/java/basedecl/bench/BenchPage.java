package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts the measured tables and the picture into {@code src/docs}: everything between the two marks
 * of {@code performance.md} is the bench's, everything else is written by hand.
 */
public final class BenchPage {

  private static final String BEGIN = "<!-- measured: begin, written by make bench-page -->";
  private static final String END = "<!-- measured: end -->";
  private static final Path DOCS = Path.of("src", "docs");

  private BenchPage() {}

  public static void main(String[] arguments) throws IOException {
    Measurements measured = Measurements.at(Bench.RESULTS);
    Path page = DOCS.resolve("performance.md");
    Files.writeString(page, put(Files.readString(page), BenchTables.of(measured)));
    picture("performance.svg", BenchPicture.of(measured));
    if (!measured.workers().isEmpty()) {
      picture("workers.svg", WorkersPicture.of(measured));
    }
  }

  private static void picture(String name, String drawn) throws IOException {
    Path part = DOCS.resolve(name + ".part");
    Files.writeString(part, drawn);
    Files.move(part, DOCS.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  static String put(String page, String tables) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page has lost its marks: " + BEGIN + " " + END);
    }
    return page.substring(0, begin) + BEGIN + "\n\n" + tables + "\n" + page.substring(end);
  }
}
