package basedecl.trials;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.trials.SharedCase.Allowed;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each file from outside gives what its table says, through {@code check} and through a night. */
@Tag("run")
class SharedCasesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  SharedCasesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<SharedCase> cases() {
    return SharedCase.all();
  }

  /** What {@code check --json} said of a file. */
  private record Said(int status, List<JsonNode> lines) {

    Set<String> codes() {
      return lines.stream()
          .filter(line -> line.has("code"))
          .map(line -> line.get("code").asString())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<JsonNode> errors() {
      return lines.stream()
          .filter(line -> line.has("severity") && line.get("severity").asString().equals("error"));
    }

    Set<Integer> rows() {
      return errors()
          .filter(line -> line.get("row").isNumber())
          .map(line -> line.get("row").asInt())
          .collect(Collectors.toSet());
    }

    String words() {
      return errors()
          .map(line -> line.get("message").asString() + " " + line.get("remedy").asString())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void everyFileOfTheFolderHasACase() throws IOException {
    try (Stream<Path> files = Files.list(SharedCase.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("cases.yaml"))
          .containsExactlyInAnyOrderElementsOf(cases().map(SharedCase::file).distinct().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFileGivesWhatItsTableSays(SharedCase aCase) throws IOException {
    FileReading reading = FileReading.of(aCase.path(), List.of(aCase.folder()), aCase.roster());
    Said said = check(aCase);

    assertThat(aCase.outcomes().stream().map(allowed -> differences(allowed, reading, said)))
        .as("what keeps each outcome from being the one; read %s, said %s", reading, said.lines())
        .anyMatch(String::isEmpty);
    assertThat(said.status()).isEqualTo(said.errors().findAny().isPresent() ? 3 : 0);
    assertThat(said.lines())
        .allSatisfy(line -> assertThat(line.get("verdict").asString()).matches("[A-Z]+"));
  }

  /** Empty where the outcome is the allowed one. */
  private static String differences(Allowed allowed, FileReading reading, Said said) {
    List<String> differences = new ArrayList<>();
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    reading
        .parts()
        .forEach(
            (code, part) -> {
              if (part.accepted()) {
                accepted.put(
                    code,
                    part.people().stream()
                        .map(person -> Allowed.person(person.number(), person.wage()))
                        .toList());
              }
            });
    if (!accepted.equals(allowed.accepted())) {
      differences.add("accepted " + accepted + ", not " + allowed.accepted());
    }
    allowed
        .names()
        .forEach(
            (code, name) -> {
              FileReading.Part part = reading.parts().get(code);
              if (part == null || !part.employerName().equals(name)) {
                differences.add("another name of " + code);
              }
            });
    Set<String> must = new TreeSet<>(allowed.refused());
    must.addAll(allowed.codes());
    Set<String> others = new TreeSet<>(said.codes());
    others.removeAll(must);
    others.removeAll(allowed.may());
    if (!said.codes().containsAll(must) || !others.isEmpty()) {
      differences.add("codes " + said.codes() + ", not " + must + " and perhaps " + allowed.may());
    }
    if (!allowed.foundAt().isEmpty() && !said.rows().equals(allowed.foundAt())) {
      differences.add("errors at rows " + said.rows() + ", not " + allowed.foundAt());
    }
    if (allowed.findings() > 0 && said.lines().size() != allowed.findings()) {
      differences.add(said.lines().size() + " findings, not " + allowed.findings());
    }
    if (!said.words().contains(allowed.says())) {
      differences.add("nothing says " + allowed.says());
    }
    return String.join("; ", differences);
  }

  private Said check(SharedCase aCase) throws IOException {
    Path file = folder.resolve(aCase.folder()).resolve(aCase.file());
    Files.createDirectories(file.getParent());
    Files.copy(aCase.path(), file);
    List<String> words = new ArrayList<>(List.of("check", file.toString(), "--json"));
    words.addAll(List.of("--set", "year=2024", "--set", "business-date=2024-01-20"));
    if (!aCase.rosterLine().isEmpty()) {
      words.addAll(List.of("--set", "roster=" + roster(aCase)));
    }
    InProcess.Ended ended = InProcess.run(words.toArray(String[]::new));
    return new Said(ended.status(), ended.said().lines().map(line -> JSON.readTree(line)).toList());
  }

  private Path roster(SharedCase aCase) throws IOException {
    return Files.writeString(
        folder.resolve("roster.csv"), "单位编号,单位名称,统一社会信用代码\n" + aCase.rosterLine() + "\n");
  }

  @Test
  void aNightOverAllOfThemTakesEachAsCheckDoes() throws IOException {
    // The same bytes twice would be a duplicate: of two cases of a file the later one is sent.
    Map<String, SharedCase> byFile = new LinkedHashMap<>();
    cases().filter(each -> each.rosterLine().isEmpty()).forEach(c -> byFile.put(c.file(), c));
    List<SharedCase> sent = List.copyOf(byFile.values());
    Path inbox = folder.resolve("inbox");
    for (SharedCase each : sent) {
      Path file = inbox.resolve(each.folder()).resolve(each.file());
      Files.createDirectories(file.getParent());
      Files.copy(each.path(), file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-20T09:00:00Z")));
    }
    InProcess.Ended ended = InProcess.run("run", jobFile(inbox).toString());
    assertThat(ended.status()).as(ended.said()).isZero();

    Map<String, List<CSVRecord>> receipts = receipts();
    for (SharedCase each : sent) {
      String path = Path.of(each.folder()).resolve(each.file()).toString();
      List<CSVRecord> lines = receipts.getOrDefault(path, List.of());
      assertThat(lines).as(path).isNotEmpty();
      assertThat(each.outcomes())
          .as("%s: %s", path, lines)
          .anySatisfy(allowed -> assertTaken(lines, allowed));
    }
  }

  private static void assertTaken(List<CSVRecord> lines, Allowed allowed) {
    Map<String, String> taken = new LinkedHashMap<>();
    for (CSVRecord line : lines) {
      if (!line.get("verdict").equals("REJECTED")) {
        taken.put(
            line.get("employer"), line.get("rows_accepted") + " " + line.get("declared_total"));
      }
    }
    Map<String, String> meant = new LinkedHashMap<>();
    allowed
        .accepted()
        .forEach(
            (code, people) ->
                meant.put(
                    code,
                    people.size()
                        + " "
                        + people.stream()
                            .map(
                                person -> new BigDecimal(person.substring(person.indexOf(' ') + 1)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
    assertThat(taken).isEqualTo(meant);
    String codes = lines.stream().map(line -> line.get("codes")).collect(Collectors.joining(" "));
    assertThat(List.of(codes.split(" ", -1)))
        .containsAll(allowed.refused())
        .containsAll(allowed.codes());
  }

  private Path jobFile(Path inbox) throws IOException {
    return Files.writeString(
        folder.resolve("declaration.yaml"),
        """
        job: declaration
        policy: weifang-employee-medical
        year: 2024
        business-date: 2024-01-20
        inbox: %s
        work: %s
        output: %s
        database: jdbc:h2:file:%s
        settle-seconds: 1
        """
            .formatted(
                inbox,
                folder.resolve("work"),
                folder.resolve("output"),
                folder.resolve("ledger").toAbsolutePath()));
  }

  private Map<String, List<CSVRecord>> receipts() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("output/receipts.csv"))) {
      return format.parse(reader).stream().collect(Collectors.groupingBy(line -> line.get(0)));
    }
  }
}
