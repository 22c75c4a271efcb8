package basedecl.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

  private static final Path README = Path.of("README.md");
  private static final Path JOBS = Path.of("jobs");
  private static final Pattern KEY = Pattern.compile("(?m)^(?:# )?([a-z]+(?:-[a-z]+)*): ");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern WORD = Pattern.compile("([A-Za-z_]\\w*)");

  /** A name of two words or more, written as Java writes names of classes. */
  private static final Pattern CLASS =
      Pattern.compile("(?<![\\w.-])([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?![\\w-])");

  /** Names of the JDK, of libraries and of options of Java. */
  private static final Set<String> OTHERS =
      Set.of(
          "ArchiveClassesAtExit",
          "BigDecimal",
          "Biff8DecryptingStream",
          "ChainLoopDetector",
          "EncryptionInfo",
          "JdbcBatchItemWriter",
          "MessageFormat",
          "RecordInputStream",
          "SharedArchiveFile",
          "TieredStopAtLevel",
          "YearMonth",
          "ZipFile");

  static Stream<Path> jobFiles() {
    return files(JOBS).filter(path -> path.toString().endsWith(".yaml"));
  }

  static Stream<Path> documents() {
    return Stream.concat(
        Stream.of(README, JOBS.resolve("README.md")),
        files(Path.of("src", "docs")).filter(path -> path.toString().endsWith(".md")));
  }

  @ParameterizedTest
  @MethodSource("jobFiles")
  void everyKeyOfAJobFileStandsUnderAComment(Path job) {
    List<String> bare = new ArrayList<>();
    List<String> lines = text(job).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (KEY.matcher(lines.get(i)).lookingAt() && (i == 0 || !lines.get(i - 1).startsWith("# "))) {
        bare.add(lines.get(i));
      }
    }
    assertThat(bare).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jobFiles")
  void everyJobFileIsNamedAfterItsJobAndToldInTheJobsReadme(Path job) {
    String name = job.getFileName().toString().replace(".yaml", "");
    String jobOfIt = name.replaceFirst("-mariadb$", "");
    assertThat(text(job)).containsPattern("(?m)^job: " + jobOfIt + "$");
    assertThat(text(JOBS.resolve("README.md"))).contains("[`" + name + "`](" + name + ".yaml)");
  }

  @Test
  void theJobsReadmeStatesEverySettingOfTheDeclarationJob() {
    String readme = text(JOBS.resolve("README.md"));
    List<String> keys = found(KEY, text(JOBS.resolve("declaration.yaml")));
    assertThat(keys).hasSizeGreaterThan(10);
    assertThat(keys).allSatisfy(key -> assertThat(readme).contains("| `" + key + "` |"));
  }

  @Test
  void theReadmeStartsWithMakeRunAndMakeTest() {
    assertThat(makesNamedIn(README)).contains("run", "test");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentNamesOnlyTargetsThatMakeHas(Path document) {
    assertThat(makesNamedIn(document)).isSubsetOf(targets());
  }

  @Test
  void theReadmeIsReadInFiveMinutes() {
    assertThat(text(README).lines()).hasSizeLessThan(150);
    assertThat(text(README).lines().filter(line -> !line.startsWith("|")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkOfADocumentLeadsSomewhere(Path document) {
    assertThat(found(LINK, text(document)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentNamesOnlyClassesThatExist(Path document) {
    Set<String> known =
        files(Path.of("src"))
            .map(path -> String.valueOf(path.getFileName()))
            .filter(name -> name.endsWith(".java"))
            .map(name -> name.substring(0, name.length() - ".java".length()))
            .collect(Collectors.toCollection(HashSet::new));
    known.addAll(OTHERS);
    assertThat(inCode(document).flatMap(code -> found(CLASS, code).stream())).isSubsetOf(known);
  }

  @Test
  void theGlossarysWordsAreTheCodes() {
    Set<String> words =
        files(Path.of("src", "main", "java"))
            .flatMap(path -> found(WORD, text(path)).stream())
            .collect(Collectors.toSet());
    assertThat(
            text(Path.of("src", "docs", "glossary.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .flatMap(line -> found(CODE, line.split("\\|", -1)[2]).stream())
                .flatMap(code -> found(WORD, code).stream()))
        .hasSizeGreaterThan(20)
        .isSubsetOf(words);
  }

  @Test
  void cronAndSystemdSetALocaleThatCanNameChineseFiles() {
    assertThat(text(JOBS.resolve("crontab.sample"))).containsPattern("(?m)^LC_ALL=C\\.UTF-8$");
    assertThat(text(JOBS.resolve("base-declaration.service")))
        .containsPattern("(?m)^Environment=LC_ALL=C\\.UTF-8$");
    assertThat(text(Path.of("Makefile"))).containsPattern("(?m)^export LC_ALL := C\\.UTF-8$");
  }

  private static List<String> targets() {
    return found(Pattern.compile("(?m)^([a-z-]+):.*## "), text(Path.of("Makefile")));
  }

  private static List<String> makesNamedIn(Path document) {
    return found(Pattern.compile("(?:`|^ +)make ([a-z-]+)", Pattern.MULTILINE), text(document));
  }

  private static Stream<String> inCode(Path document) {
    return found(CODE, text(document)).stream();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
