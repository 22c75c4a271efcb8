package basedecl.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  /** Words that another word stands for (glossary). */
  private static final List<String> OTHER_WORDS = List.of("占位", "示例值", "拒收", "收件夹", "收件文件夹", "任务");

  static Stream<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("messages-[a-z]+\\.properties"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static List<String> lines(String bundle) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(bundle)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> keys(String bundle) throws IOException {
    return lines(bundle).stream().map(line -> line.substring(0, line.indexOf('='))).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everySentenceStandsOnceInEachLanguage(String bundle) throws IOException {
    assertThat(keys(bundle)).isNotEmpty().doesNotHaveDuplicates();
    assertThat(keys(bundle.replace(".properties", "_en.properties")))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(keys(bundle));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void oneWordStandsForOneThing(String bundle) throws IOException {
    assertThat(lines(bundle))
        .allSatisfy(
            line ->
                assertThat(OTHER_WORDS.stream().filter(line.replace("按任务包干", "")::contains))
                    .as(line)
                    .isEmpty());
  }

  @Test
  void aCountOfZeroIsLeftOutOfASentence() {
    assertThat(Message.of("job.summary-files", "5", "4", "0", "1", "0").in(Language.ZH))
        .isEqualTo("文件：5 个；已受理 4，重复 1（按文件与单位计）");
    assertThat(Message.of("job.summary-files", "5", "4", "1,200", "0", "0").in(Language.EN))
        .isEqualTo("Files: 5; accepted 4, refused 1,200 (by file and employer)");
  }

  @Test
  void aCountThatIsNotLeftOutIsSaidAlsoAtZero() {
    assertThat(Message.of("job.summary-files", "0", "0", "0", "0", "0").in(Language.ZH))
        .isEqualTo("文件：0 个；已受理 0（按文件与单位计）");
  }
}
