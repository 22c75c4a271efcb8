package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * For each column that takes something from outside, a value one longer than it holds: a finding of
 * its line, or shortened and said, and the job ends with 0.
 */
@Tag("database")
@Tag("run")
class TooLongForTheLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String EMPLOYER = "0370700001";
  private static final String PERSON = "370700198503160021";

  @TempDir Path folder = Path.of("");
  private String database = "";
  private Workplace place = new Workplace(Path.of(""));

  private void open(String vendor) {
    place = new Workplace(folder);
    database = vendor.equals("h2") ? place.database() : MARIADB.anotherDatabase();
    try (HikariDataSource ledger = LedgerDatabase.open(database, 2, Map.of())) {
      LedgerDatabase.migrate(ledger, database);
    }
  }

  /** Text of one character more than the column takes, of characters of one, two or four bytes. */
  private String tooLong(String table, String column, String character) {
    try (HikariDataSource ledger = LedgerDatabase.open(database, 2, Map.of())) {
      int longest =
          Objects.requireNonNull(
              new JdbcTemplate(ledger)
                  .queryForObject(
                      "SELECT MAX(CHARACTER_MAXIMUM_LENGTH) FROM INFORMATION_SCHEMA.COLUMNS WHERE"
                          + " TABLE_NAME = ? AND COLUMN_NAME = ?",
                      Integer.class,
                      table,
                      column));
      assertThat(longest).as(table + "." + column).isPositive();
      return character.repeat(longest + 1);
    }
  }

  private void endsWell(String job, String... settings) {
    String[] all = new String[settings.length + 1];
    System.arraycopy(settings, 0, all, 0, settings.length);
    all[settings.length] = "database=" + database;
    Workplace.Ended ended = place.run(job, all);
    assertThat(ended.status()).as(job + ": " + ended.said()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void ofRostersDeclarationsAndPayments(String vendor) throws IOException {
    open(vendor);
    Path roster =
        place.file(
            "roster.csv",
            "单位编号,单位名称,统一社会信用代码,经办机构,上月缴费额,上年缴费基数合计",
            EMPLOYER + "," + tooLong("employer", "employer_name", "厂") + ",,市直,1,1",
            "R2,某厂," + tooLong("employer", "credit_code", "9") + ",市直,1,1",
            "R3,某厂,," + tooLong("employer", "agency", "😀") + ",1,1",
            "R4,某厂,,市直,100000000000000,10000000000000000",
            tooLong("employer", "employer_code", "5") + ",某厂,,市直,1,1");
    Files.createDirectories(place.inbox());
    Files.writeString(
        place.inbox().resolve("long.csv"),
        String.join(
            "\n",
            "单位编号,单位名称,姓名,证件号码,月均工资,备注",
            tooLong("declaration", "employer_code", "6") + ",某厂,张某,x,0,",
            "R2,某厂," + tooLong("declared_person", "person_name", "张") + ",x,0,",
            "R3,某厂,张某," + tooLong("declared_person", "id_number", "1") + ",0,",
            "R4,某厂,张某,x,10000000000," + tooLong("declared_person", "remarks", "注")));
    endsWell("declaration", "inbox=" + place.inbox(), "roster=" + roster);
    assertThat(place.receipts())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.get("verdict")).isEqualTo("REJECTED"));

    String line = EMPLOYER + ",2024-01,2024-01-25,1.00,";
    Path payments =
        place.file(
            "p".repeat(200) + ".csv",
            "单位编号,费款所属期,缴费日期,缴费金额,流水号",
            line + tooLong("payment", "serial_no", "8"),
            tooLong("payment", "employer_code", "7") + ",2024-01,2024-01-25,1.00,S1",
            EMPLOYER + ",2024-01,2024-01-25,100000000000000.00,S2",
            EMPLOYER + ",2024-01-011,2024-01-25,1.00,S3",
            line + "S4");
    endsWell("late-fee", "payments=" + payments, "roster=" + roster);
    assertThat(place.sheet("late-fees-2024.xlsx", "滞纳金", "单位编号")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void ofElectionsApprovedAmountsAndTheirPayments(String vendor) throws IOException {
    open(vendor);
    Path elections =
        place.file(
            "elections.csv",
            "姓名,证件号码,险种,操作,选择基数,缴费方式,生效月份,批扣",
            tooLong("election", "person_name", "张") + "," + PERSON + ",养老,选择,3746,按月,2022-01,是",
            "张某," + tooLong("election", "id_number", "1") + ",养老,选择,3746,按月,2022-01,是",
            "张某," + PERSON + ",养老,选择,10000000000,按月,2022-01,是",
            "张某," + PERSON + "," + tooLong("election", "kind", "养") + ",选择,3746,按月,2022-01,是",
            "张某," + PERSON + ",养老,选择,3746," + tooLong("election", "rhythm", "月") + ",2022-01,是",
            "孟晓岚," + PERSON + ",养老,选择,3746,按月,2022-01,是");
    endsWell("flexible-election", "elections=" + elections);
    assertThat(place.sheet("flexible-2022.xlsx", "问题清单", "序号")).hasSize(5);
    assertThat(place.sheet("flexible-2022.xlsx", "灵活就业缴费", "姓名")).hasSize(1);
    Path retired =
        place.file(
            "retired.csv",
            "姓名,证件号码,退休月份",
            tooLong("top_up_bill", "person_name", "孟") + "," + PERSON + ",2022-08");
    endsWell("top-up", "retired=" + retired);

    Path approved =
        place.file(
            "approved.csv",
            "姓名,证件号码,险种,所属期起,所属期止,类型,金额",
            tooLong("special_charge", "person_name", "孟")
                + ","
                + PERSON
                + ",养老,2020-01,2020-12,补缴,1",
            "孟晓岚,"
                + PERSON
                + ",养老,2020-01,2020-12,"
                + tooLong("special_charge", "charge_type", "补")
                + ",1",
            "孟晓岚," + PERSON + ",养老,2020-01,2020-12,补缴,10000000000",
            "孟晓岚," + PERSON + ",养老,2020-01,2020-12,补缴,1");
    Path payments =
        place.file(
            "payments.csv",
            "证件号码,险种,缴费日期,缴费金额,流水号",
            PERSON + ",养老,2022-12-15,1.00," + tooLong("special_payment", "serial_no", "8"),
            PERSON + ",养老,2022-12-15,10000000000,S1",
            PERSON + ",养老,2022-12-15,1.00,S2");
    endsWell("special-payment", "approved=" + approved, "payments=" + payments);
    assertThat(place.sheet("special-payments-2022.xlsx", "问题清单", "序号")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void ofDecisionsConfirmationsAndTaxTables(String vendor) throws IOException {
    open(vendor);
    Path inbox = place.inboxOf("inbox/plain");
    endsWell("declaration", "inbox=" + inbox);
    String code = tooLong("declaration", "employer_code", "6");
    Path decisions =
        place.file(
            "decisions.csv",
            "单位编号,决定,意见",
            code + ",通过,",
            EMPLOYER + ",退回," + tooLong("declaration_event", "reason", "😀"),
            EMPLOYER + "," + tooLong("declaration", "state", "通") + ",");
    Path confirmations =
        place.file(
            "confirmations.csv", "单位编号,确认日期", code + ",2024-01-29", EMPLOYER + ",123456789012");
    endsWell("review", "decisions=" + decisions, "confirmations=" + confirmations);
    String number = "9".repeat(150);
    Path tax =
        place.file(
            "tax.csv",
            "单位编号,证件号码,年工资薪金收入,月数",
            code + "," + PERSON + ",60000,12",
            EMPLOYER + "," + PERSON + "," + number + ",12",
            EMPLOYER + "," + PERSON + ",60000," + number);
    Path lastYear =
        place.file(
            "last-year.csv",
            "单位编号,缴费基数合计,申报人数",
            code + ",1,1",
            EMPLOYER + "," + number + "," + number,
            "0370700002,100," + number);
    endsWell("audit", "tax-wages=" + tax, "last-year=" + lastYear);
  }
}
