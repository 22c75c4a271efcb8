package basedecl.desk.submission;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.Submissions.For;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionLedger;
import basedecl.ledger.submission.SubmissionState;
import basedecl.ledger.submission.Upload;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the uploaded file to the inbox, whatever comes between. */
class SubmissionsTest {

  private static final Path INBOX = Path.of("samples/inbox");
  private static final Instant NOW = Instant.parse("2024-01-24T01:02:03.456Z");
  private static final For WHOM =
      new For(7, "weifang-employee-medical", 2024, Population.EMPLOYEES, "0370700001");

  @TempDir Path folder = Path.of("");

  private final List<Population> taken = new ArrayList<>();
  private Instant now = NOW;
  private HikariDataSource database = new HikariDataSource();
  private DeskSettings desk = settings(Path.of("unused"));

  @BeforeEach
  void openTheLedger() throws IOException {
    String url = "jdbc:h2:file:" + folder.resolve("ledger");
    database = LedgerDatabase.open(url, 4, Map.of());
    LedgerDatabase.migrate(database, url);
    desk = settings(folder.resolve("work"));
    folders().create();
  }

  @AfterEach
  void closeTheLedger() {
    database.close();
  }

  private DeskSettings settings(Path work) {
    JobSettings keys =
        JobFile.ofCommandLine(
                Map.of(
                    "job", "desk",
                    "policy", WHOM.policy(),
                    "year", "2024",
                    "business-date", "2024-01-24",
                    "roster", "samples/roster/employers.csv",
                    "work", work.toString()))
            .settings(DeskKeys.JOB, DeskKeys.all());
    return new DeskSettings(
        keys,
        PolicyFiles.load(Optional.empty()),
        PolicyFiles.load(Optional.empty()).require(WHOM.policy()),
        InstantSource.system(),
        ZoneId.of("Asia/Shanghai"));
  }

  private DeskFolders folders() {
    return DeskFolders.in(folder.resolve("work"));
  }

  private Submissions submissions() {
    return new Submissions(
        folders(), template(), transaction(), () -> now, population -> taken.add(population));
  }

  private UploadChecks checks() throws IOException {
    return new UploadChecks(
        new RulesShelf(desk, template()),
        folders(),
        template(),
        new CheckPlaces(2, Duration.ofSeconds(1)));
  }

  private JdbcTemplate template() {
    return LedgerDatabase.template(database);
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(database));
  }

  private Upload keep(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return submissions().keep(WHOM, String.valueOf(file.getFileName()), content);
    }
  }

  private static Path good() throws IOException {
    return declarationOf("0370700001");
  }

  /** A sample that holds people of one employer alone, without a fault. */
  private static Path declarationOf(String employer) throws IOException {
    Path file = Files.createTempFile("declaration", ".csv");
    file.toFile().deleteOnExit();
    return Files.writeString(
        file,
        "单位编号,姓名,证件号码,月均工资\n"
            + employer
            + ",王芳,370702199001010012,5000\n"
            + employer
            + ",李强,11010519491231002X,3000\n"
            + employer
            + ",张伟,440524188001010014,30000\n");
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void anUploadIsItsOwnersFileAndIsCheckedAsTheNightChecks() throws IOException {
    Upload upload = keep(good());
    assertThat(filesIn(folders().uploads())).hasSize(1);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folders().upload(upload.id()))))
        .isEqualTo("rw-------");
    Checked checked = checks().of(upload);
    assertThat(checked.isGood()).isTrue();
    assertThat(checked.totals().persons()).isEqualTo(3);
    assertThat(checked.totals().declaredBelowLower()).isOne();
    assertThat(checked.totals().loweredToUpper()).isOne();
    assertThat(checked.totals().baseTotal().toString()).isEqualTo("30449.00");
    assertThat(checked.changes()).isEmpty();
  }

  @Test
  void itIsSubmittedOnceHoweverOftenItIsAskedFor() throws IOException {
    Checked checked = checks().of(keep(good()));
    Submission first = submissions().submit(checked);
    Submission again = submissions().submit(checked);
    assertThat(again).isEqualTo(first);
    assertThat(submissions().submitted(checked.upload())).contains(first);
    assertThat(filesIn(folders().inbox(Population.EMPLOYEES)))
        .containsExactly(folders().inbox(Population.EMPLOYEES).resolve(first.inboxPath()));
    assertThat(filesIn(folders().uploads())).isEmpty();
    assertThat(taken).containsExactly(Population.EMPLOYEES);
    assertThat(submissions().outcome(first).state()).isEqualTo(SubmissionState.RECEIVED);
    assertThat(submissions().ofEmployer(WHOM, 10)).containsExactly(first);
  }

  @Test
  void whatWasCutOffBetweenRowAndInboxGoesOnAtTheStart() throws IOException {
    Upload upload = keep(good());
    Upload other = keep(good());
    Checked checked = checks().of(upload);
    transaction()
        .executeWithoutResult(
            status ->
                new SubmissionLedger(template()).submit(upload.id(), now, checked.confirmed()));
    assertThat(filesIn(folders().inbox(Population.EMPLOYEES))).isEmpty();
    submissions().reconcile();
    assertThat(filesIn(folders().inbox(Population.EMPLOYEES))).hasSize(1);
    assertThat(taken).contains(Population.EMPLOYEES);
    assertThat(filesIn(folders().uploads())).containsExactly(folders().upload(other.id()));
    submissions().reconcile();
    assertThat(filesIn(folders().inbox(Population.EMPLOYEES))).hasSize(1);
  }

  @Test
  void whatNobodySubmittedIsForgottenAfterADay() throws IOException {
    Upload upload = keep(good());
    Files.createFile(folders().uploads().resolve(".half.part"));
    submissions().forgetOld();
    assertThat(submissions().upload(upload.id().text(), 7)).isPresent();
    now = Instant.now().plus(Duration.ofDays(3));
    submissions().forgetOld();
    assertThat(submissions().upload(upload.id().text(), 7)).isEmpty();
    assertThat(filesIn(folders().uploads())).isEmpty();
  }

  @Test
  void anUploadOfAnotherAccountIsNotThere() throws IOException {
    Upload upload = keep(good());
    assertThat(submissions().upload(upload.id().text(), 8)).isEmpty();
    assertThat(submissions().upload("../../etc/passwd", 7)).isEmpty();
    assertThat(submissions().find("2024-999999")).isEmpty();
    assertThat(submissions().find("2024-1")).isEmpty();
  }

  @Test
  void theChosenEmployerIsThatOfAFileThatNamesNone() throws IOException {
    Path file = folder.resolve("nameless.csv");
    Files.writeString(file, "姓名,证件号码,月均工资\n王芳,370702199001010012,5000\n");
    Checked checked = checks().of(keep(file));
    assertThat(checked.isGood()).isTrue();
    assertThat(checked.parts())
        .extracting(part -> part.employerCode())
        .containsExactly("0370700001");
  }

  static Stream<Path> refusedFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : List.of(INBOX.resolve("refused-files"), INBOX.resolve("refused-rows"))) {
      try (Stream<Path> found = Files.walk(each)) {
        found.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    // A file without a code is that of the employer it is uploaded for.
    return files.stream().filter(file -> !file.endsWith("employer-code-missing.xlsx"));
  }

  @ParameterizedTest
  @MethodSource("refusedFiles")
  void aFileThatTheNightRefusesIsToldOfWithEveryFindingAndAMarkedWorkbook(Path file)
      throws Exception {
    Checked checked = checks().of(keep(file));
    assertThat(checked.isGood()).isFalse();
    assertThat(checked.errors()).isPositive();
    Path answer = checks().marked(checked, Language.ZH);
    try (var rows = new SpreadsheetFiles(limits()).open(answer)) {
      assertThat(rows.next()).isNotNull();
    }
  }

  private ReadLimits limits() {
    return desk.keys().readLimits();
  }

  @Test
  void everythingFoundIsInTheWholeListWhateverThePageShows() throws IOException {
    StringBuilder rows = new StringBuilder("单位编号,姓名,证件号码,月均工资\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("0370700001,王芳,37070219900101001").append(i % 2 == 0 ? '1' : '3').append(",x\n");
    }
    Path file = folder.resolve("faulty.csv");
    Files.writeString(file, rows);
    Checked checked = checks().of(keep(file));
    assertThat(checked.errors()).isGreaterThan(5_000);
    assertThat(checked.findings()).extracting(Finding::code).contains(FindingCode.ID_CHECKSUM);
  }
}
