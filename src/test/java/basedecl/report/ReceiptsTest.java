package basedecl.report;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Verdict;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.intake.FileRecord;
import basedecl.money.Money;
import basedecl.report.declaration.ReceiptsCsv;
import basedecl.report.manifest.ManifestJson;
import basedecl.report.manifest.ManifestJson.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReceiptsTest {

  private static final ManifestJson.Run RUN =
      new ManifestJson.Run(
          7,
          "declaration",
          ReportFixture.heading(Optional.of(ReportFixture.PLACEHOLDER)).policy(),
          2024,
          LocalDate.of(2024, 1, 26),
          Optional.of(YearMonth.of(2024, 1)));

  private static final FileRecord ACCEPTED =
      new FileRecord(
          "上报/a,b.xlsx",
          "aa",
          Verdict.ACCEPTED,
          "0370000001",
          2,
          3,
          3,
          0,
          Money.of("38484.00"),
          Money.of("29691.01"),
          List.of("SIGNATURE_MISSING", "HIDDEN_ROWS"));
  private static final FileRecord REJECTED =
      new FileRecord(
          "=cmd.xlsx",
          "bb",
          Verdict.REJECTED,
          "",
          0,
          0,
          0,
          0,
          Money.ZERO,
          Money.ZERO,
          List.of("FILE_DAMAGED"));
  private static final FileRecord OTHER_EMPLOYER =
      new FileRecord(
          "上报/a,b.xlsx",
          "aa",
          Verdict.REJECTED,
          "+1",
          0,
          2,
          0,
          2,
          Money.ZERO,
          Money.ZERO,
          List.of("ID_CHECKSUM"));

  private final Path folder;

  ReceiptsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aReceiptIsALineForProgramsThatExcelTakesForText() throws IOException {
    Path receipts = ReceiptsCsv.write(folder, List.of(ACCEPTED, OTHER_EMPLOYER, REJECTED)).path();

    assertThat(Files.readString(receipts))
        .isEqualTo(
            """
            file,sha256,verdict,employer,version,rows_read,rows_accepted,rows_rejected,declared_total,base_total,codes
            "上报/a,b.xlsx",aa,ACCEPTED,0370000001,2,3,3,0,38484.00,29691.01,SIGNATURE_MISSING HIDDEN_ROWS
            "上报/a,b.xlsx",aa,REJECTED,'+1,,2,0,2,0.00,0.00,ID_CHECKSUM
            ./=cmd.xlsx,bb,REJECTED,,,0,0,0,0.00,0.00,FILE_DAMAGED
            """);
  }

  @Test
  void theManifestHoldsCountsTotalsAndDigests() throws IOException {
    YearTotals totals =
        YearTotals.of(
            ReportFixture.declarations(ReportFixture.year(Optional.of(ReportFixture.PLACEHOLDER))));
    JsonNode manifest = manifest(totals, List.of(ACCEPTED, OTHER_EMPLOYER, REJECTED));

    assertThat(manifest.at("/run").asString()).isEqualTo("7");
    assertThat(manifest.at("/business_date").asString()).isEqualTo("2024-01-26");
    assertThat(manifest.at("/policy/name").asString()).isEqualTo("weifang-employee-medical");
    assertThat(manifest.at("/policy/version").asString()).isEqualTo("a1b2c3");
    assertThat(manifest.at("/counts/files").asInt()).isEqualTo(2);
    assertThat(manifest.at("/counts/verdicts/accepted").asInt()).isEqualTo(1);
    assertThat(manifest.at("/counts/verdicts/rejected").asInt()).isEqualTo(2);
    assertThat(manifest.at("/counts/rows_read").asInt()).isEqualTo(5);
    assertThat(manifest.at("/counts/rows_accepted").asInt()).isEqualTo(3);
    assertThat(manifest.at("/counts/rows_rejected").asInt()).isEqualTo(2);
    assertThat(manifest.at("/counts/employers").asInt()).isEqualTo(3);
    assertThat(manifest.at("/counts/persons").asInt()).isEqualTo(15);
    assertThat(manifest.at("/counts/flagged").asInt()).isEqualTo(2);
    assertThat(manifest.at("/counts/not_declared").asInt()).isEqualTo(4);
    assertThat(manifest.at("/totals/declared_total").decimalValue()).isEqualTo("91420.15");
    assertThat(manifest.at("/inputs").toString())
        .isEqualTo(
            "[{\"file\":\"上报/a,b.xlsx\",\"sha256\":\"aa\"},{\"file\":\"=cmd.xlsx\",\"sha256\":\"bb\"},"
                + "{\"file\":\"roster/employers.csv\",\"sha256\":\"cc\"}]");
    assertThat(manifest.at("/outputs").toString())
        .isEqualTo("[{\"file\":\"receipts/a.xlsx\",\"sha256\":\"dd\",\"bytes\":12}]");
  }

  @Test
  void amountsDueAreNullWithoutARate() throws IOException {
    JsonNode manifest =
        manifest(
            YearTotals.of(ReportFixture.declarations(ReportFixture.year(Optional.empty()))),
            List.of());

    assertThat(manifest.at("/totals/total_due").isNull()).isTrue();
    assertThat(manifest.at("/totals/base_total").decimalValue()).isEqualTo("82869.16");
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains("\"base_total\" : 82869.16");
  }

  private JsonNode manifest(YearTotals totals, List<FileRecord> receipts) throws IOException {
    Path manifest =
        ManifestJson.write(
                folder,
                RUN,
                receipts,
                Optional.of(new ManifestJson.YearState(totals, 4)),
                List.of(),
                List.of(new Input("roster/employers.csv", "cc")),
                List.of(new Written(folder.resolve("receipts/a.xlsx"), 12, "dd")))
            .path();
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build()
        .readTree(Files.readString(manifest));
  }
}
