package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.testing.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The samples' audit against {@code samples/expected/audit}, which the samples' generator works out
 * without the program, and the same on MariaDB byte for byte.
 */
@Tag("database")
@Tag("run")
@NullUnmarked
class AuditExpectedTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String WORKBOOK = "flagged-2024.xlsx";
  private static final ExpectedSheets EXPECTED =
      new ExpectedSheets("audit", List.of("单位编号", "单位名称", "姓名", "证件号码", "联系电话"), List.of());
  private static final Map<String, String> ROOT = Map.of("BASEDECL_DB_USER", "root");

  @TempDir Path folder;

  @Test
  void theSamplesAuditIsAsExpectedAndItsManifestNamesEveryFile() throws Exception {
    Workplace place = new Workplace(folder);
    place.deliver("");
    assertThat(place.night().status()).isZero();
    byte[] night = Files.readAllBytes(place.output().resolve("manifest.json"));
    assertThat(Workplace.command(audit(place, h2()).toArray(String[]::new)).status()).isZero();

    Path workbook = place.output().resolve(WORKBOOK);
    EXPECTED.same(workbook, "概览", "排名", "ranked-2024.csv");
    EXPECTED.same(workbook, "稽核线索", "单位编号", "signals-2024.csv");
    EXPECTED.same(workbook, "数据比对", "单位编号", "matched-2024.csv");
    EXPECTED.same(workbook, "未参保单位", "单位编号", "not-insured-2024.csv");
    EXPECTED.same(workbook, "问题清单", "序号", "problems-2024.csv");
    assertThat(place.output().resolve("manifest.json")).hasBinaryContent(night);
    assertManifest(place.output());
  }

  @Test
  void theAuditAndATrialOnMariaDbAreThoseOnH2AndATrialLeavesTheLedgerAlone() throws Exception {
    Path one = Files.createDirectories(folder.resolve("h2"));
    Path two = Files.createDirectories(folder.resolve("mariadb"));
    JsonNode onH2 = everything(one, "jdbc:h2:file:" + one.resolve("ledger"), Map.of());
    JsonNode onMariaDb = everything(two, MARIADB.url(), ROOT);
    assertThat(onMariaDb).isEqualTo(onH2);
    assertThat(onH2.at("/flagged/new").asInt()).isPositive();
    for (String file : List.of(WORKBOOK, "trial.xlsx", "notices/0370700037-2024.docx")) {
      assertThat(two.resolve("output").resolve(file))
          .hasBinaryContent(Files.readAllBytes(one.resolve("output").resolve(file)));
    }
    assertThat(Files.readString(two.resolve("output/audit-manifest.json")))
        .isEqualTo(Files.readString(one.resolve("output/audit-manifest.json")));
  }

  /** Night, audit and trial in processes of their own; what the trial said. */
  private JsonNode everything(Path ground, String database, Map<String, String> environment)
      throws Exception {
    Workplace place = new Workplace(ground);
    place.deliver("");
    List<String> night =
        new ArrayList<>(List.of("run", "jobs/declaration.yaml", "--set", "inbox=" + place.inbox()));
    night.addAll(places(ground, database));
    assertEnded(OwnProcess.run(folder, "512m", environment, night));
    List<String> audit = new ArrayList<>(List.of("run", "jobs/audit.yaml"));
    audit.addAll(places(ground, database));
    assertEnded(OwnProcess.run(folder, "512m", environment, audit));
    Map<String, List<String>> dump = LedgerDump.of(database, environment);
    assertThat(dump).hasSizeGreaterThan(10);
    List<String> trial = new ArrayList<>(List.of("policy", "try", "jobs/audit.yaml"));
    trial.addAll(places(ground, database));
    trial.addAll(List.of("--set", "limits.lower=4500", "--set", "audit.more-than=0.6"));
    Path workbook = place.output().resolve("trial.xlsx");
    assertEnded(
        OwnProcess.run(
            folder,
            "512m",
            environment,
            Stream.concat(trial.stream(), Stream.of("--output", workbook.toString())).toList()));
    trial.add("--json");
    OwnProcess.Ended said = OwnProcess.run(folder, "512m", environment, trial);
    assertEnded(said);
    assertThat(LedgerDump.of(database, environment)).isEqualTo(dump);
    return JsonMapper.shared().readTree(said.said());
  }

  private static void assertEnded(OwnProcess.Ended ended) {
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private String h2() {
    return "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
  }

  private List<String> audit(Workplace place, String database) {
    List<String> words = new ArrayList<>(List.of("run", "jobs/audit.yaml"));
    words.addAll(places(folder, database));
    assertThat(words).contains("output=" + place.output());
    return words;
  }

  private static List<String> places(Path ground, String database) {
    return List.of(
        "--set",
        "work=" + ground.resolve("work"),
        "--set",
        "output=" + ground.resolve("output"),
        "--set",
        "database=" + database);
  }

  private static void assertManifest(Path output) throws Exception {
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readString(output.resolve("audit-manifest.json")));
    assertThat(manifest.at("/job").asString()).isEqualTo("audit");
    assertThat(manifest.at("/policy/name").asString()).isEqualTo("weifang-employee-medical");
    assertThat(manifest.at("/counts/flagged").asInt()).isEqualTo(3);
    assertThat(manifest.at("/counts/below_tax").asInt()).isEqualTo(15);
    Map<String, String> inputs = new TreeMap<>();
    manifest
        .at("/inputs")
        .forEach(each -> inputs.put(each.at("/file").asString(), each.at("/sha256").asString()));
    assertThat(inputs)
        .containsOnlyKeys(
            "samples/audit/tax-wages.csv",
            "samples/audit/last-year.csv",
            "samples/roster/employers.csv");
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      assertThat(sha256(Path.of(input.getKey()))).isEqualTo(input.getValue());
    }
    List<String> outputs = new ArrayList<>();
    for (JsonNode each : manifest.at("/outputs")) {
      Path file = output.resolve(each.at("/file").asString());
      outputs.add(each.at("/file").asString());
      assertThat(sha256(file)).isEqualTo(each.at("/sha256").asString());
      assertThat(Files.size(file)).isEqualTo(each.at("/bytes").asLong());
    }
    assertThat(outputs).hasSize(4).contains(WORKBOOK, "notices/0370700037-2024.docx");
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
