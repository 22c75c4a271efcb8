package basedecl.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of files made by chance, none of which may be misread. */
@Tag("slow")
class GeneratedFilesTest {

  private static final int FILES = Integer.getInteger("basedecl.trials.files", 8_000);
  private static final int BATCH = 100;
  private static final int SHOWN = 3;

  private final Path folder;

  GeneratedFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static LongStream batches() {
    return LongStream.range(0, FILES / BATCH);
  }

  @ParameterizedTest(name = "files from {0}00")
  @MethodSource("batches")
  void noFileIsMisread(long batch) throws IOException {
    List<String> misread = new ArrayList<>();
    Path file = folder.resolve("file");
    for (long seed = batch * BATCH; seed < (batch + 1) * BATCH; seed++) {
      GeneratedFile made = GeneratedFile.of(seed);
      Files.write(file, made.bytes());
      FileReading reading = FileReading.of(file, made.folders(), Optional.empty());
      List<String> charges = Judge.charges(made.draft(), reading);
      if (!charges.isEmpty()) {
        misread.add(String.join("\n", charges) + "\n" + made);
      }
    }
    assertThat(misread.stream().limit(SHOWN).collect(Collectors.joining("\n\n")))
        .as("%d of %d files were misread", misread.size(), BATCH)
        .isEmpty();
  }

  @Test
  void everyKindIsAmongThemOftenEnough() {
    Map<Kind, Long> count =
        LongStream.range(0, FILES)
            .mapToObj(GeneratedFile::of)
            .flatMap(made -> made.kinds().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(Stream.concat(Kind.honest().stream(), Kind.faults().stream()))
        .allSatisfy(kind -> assertThat(count.getOrDefault(kind, 0L)).isGreaterThanOrEqualTo(8));
  }
}
