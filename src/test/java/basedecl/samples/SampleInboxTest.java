package basedecl.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleInboxTest {

  private static final Path SAMPLES = Path.of("samples");
  private static final Map<String, byte[]> MADE = SampleInbox.files();

  /** {@code make samples} asks for it; a plain test run only compares. */
  @BeforeAll
  static void writeTheSamplesWhereAsked() {
    if (Boolean.getBoolean("basedecl.samples.write")) {
      SampleInbox.main(new String[0]);
    }
  }

  @Test
  void theCommittedSamplesAreTheOnesTheGeneratorMakes() throws IOException {
    Map<String, byte[]> committed = new TreeMap<>();
    for (String part : List.of("inbox", "roster", "expected", "expected/audit")) {
      try (Stream<Path> paths =
          Files.walk(SAMPLES.resolve(part), part.equals("expected") ? 1 : Integer.MAX_VALUE)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          committed.put(
              SAMPLES.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        }
      }
    }
    assertThat(committed.keySet()).isEqualTo(MADE.keySet());
    assertThat(committed).allSatisfy((path, bytes) -> assertSame(path, bytes, made(path)));
  }

  @Test
  void theInboxHoldsAtLeastFortyFilesAndTheSamplesStaySmall() {
    assertThat(MADE.keySet().stream().filter(path -> path.startsWith("inbox/")))
        .hasSizeGreaterThanOrEqualTo(40);
    assertThat(MADE.values().stream().mapToLong(bytes -> bytes.length).sum()).isLessThan(2L << 20);
  }

  @Test
  void everyCodeAFileOfOneNightCanHaveIsThere() {
    Set<String> codes =
        rows("expected/receipts.csv").stream()
            .flatMap(row -> Arrays.stream(row[10].split(" ", -1)))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "FILE_EMPTY",
            "FILE_NOT_A_SPREADSHEET",
            "FILE_UNSUPPORTED_FORMAT",
            "FILE_ENCRYPTED",
            "FILE_DAMAGED",
            "FILE_UNSAFE",
            "FILE_TOO_LARGE",
            "FILE_DUPLICATE",
            "HEADER_NOT_FOUND",
            "HEADER_AMBIGUOUS",
            "NO_ROWS",
            "EMPLOYER_MISSING",
            "EMPLOYER_UNKNOWN",
            "NAME_MISSING",
            "ID_MISSING",
            "ID_INVALID",
            "ID_CHECKSUM",
            "ID_BIRTH_DATE",
            "ID_PRECISION_LOST",
            "PERSON_DUPLICATE",
            "WAGE_MISSING",
            "WAGE_NOT_A_NUMBER",
            "WAGE_NOT_POSITIVE",
            "WAGE_TOO_PRECISE",
            "WAGE_IMPLAUSIBLE",
            "FORMULA_NOT_CALCULATED",
            "CELL_ERROR",
            "MONTHS_INVALID",
            "SIGNATURE_MISSING",
            "PERSON_IN_TWO_EMPLOYERS",
            "HIDDEN_ROWS",
            "PERSON_PAST_RETIREMENT_AGE");
  }

  @Test
  void theBoundaryWagesComeToWhatTheNoticeSays() {
    assertThat(
            rows("expected/detail-2024.csv").stream()
                .filter(row -> row[1].equals(employerOf("limits/boundary-wages.xlsx")))
                .map(row -> row[6] + " " + row[7] + " " + row[8] + " " + row[9] + " " + row[10]))
        .containsExactly(
            "0.01 4242.00 保底 339.36 84.84",
            "4241.99 4242.00 保底 339.36 84.84",
            "4242.00 4242.00 原值 339.36 84.84",
            "4242.01 4242.01 原值 339.36 84.84",
            "4300.00 4300.00 原值 344.00 86.00",
            "21207.00 21207.00 原值 1696.56 424.14",
            "21207.01 21207.00 封顶 1696.56 424.14",
            "21500.00 21207.00 封顶 1696.56 424.14",
            "30000.00 21207.00 封顶 1696.56 424.14");
  }

  @Test
  void onlyTheThreeEmployersMadeForItAreFlagged() {
    assertThat(rows("expected/flagged-2024.csv").stream().map(row -> row[0]))
        .containsExactly(
            employerOf("limits/8-of-11-at-lower-flagged.xlsx"),
            employerOf("limits/1-of-1-flagged.xlsx"),
            employerOf("limits/3-of-4-flagged.xlsx"));
  }

  @Test
  void theReceiptsAddUpToTheSummary() {
    assertThat(
            rows("expected/receipts.csv").stream()
                .filter(row -> row[2].equals("ACCEPTED"))
                .map(row -> row[3] + " " + row[6] + " " + row[8] + " " + row[9] + " " + row[4])
                .sorted())
        .containsExactlyElementsOf(
            rows("expected/summary-2024.csv").stream()
                .map(row -> row[0] + " " + row[3] + " " + row[4] + " " + row[5] + " " + row[13])
                .toList());
  }

  private static String employerOf(String file) {
    return rows("expected/receipts.csv").stream()
        .filter(row -> row[0].equals(file))
        .findFirst()
        .orElseThrow()[3];
  }

  private static byte[] made(String path) {
    return Objects.requireNonNull(MADE.get(path));
  }

  private static List<String[]> rows(String path) {
    return new String(made(path), UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  /** Compression differs between versions of zlib, so a zip is compared by what it holds. */
  private static void assertSame(String path, byte[] committed, byte[] made) {
    if (Arrays.equals(committed, made)) {
      return;
    }
    assertThat(SampleBytes.unzip(made)).as(path).isNotEmpty();
    Map<String, byte[]> entries = SampleBytes.unzip(committed);
    assertThat(entries.keySet()).as(path).isEqualTo(SampleBytes.unzip(made).keySet());
    assertThat(entries)
        .allSatisfy(
            (name, bytes) ->
                assertThat(bytes)
                    .as(path + "!" + name)
                    .isEqualTo(SampleBytes.unzip(made).get(name)));
  }
}
