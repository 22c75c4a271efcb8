package basedecl.bench;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.policy.Population;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes a tax file that fits a ledger: a line for everybody declared for 2024, an eighth of them
 * with more income than declared, some with fewer months, one in fifty with another employer that
 * is on no roster. {@code jobs/audit.yaml} takes it as {@code tax-wages}.
 */
public final class TaxData {

  private static final String POLICY = "weifang-employee-medical";
  private static final int YEAR = 2024;
  private static final BigDecimal MORE = new BigDecimal("1.25");

  private long lines;

  private TaxData() {}

  /**
   * Writes the file.
   *
   * @param arguments the ledger's address, the file
   */
  public static void main(String[] arguments) throws IOException {
    try (HikariDataSource database = LedgerDatabase.openToRead(arguments[0], 1, Map.of());
        Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      TaxData data = new TaxData();
      data.write(new YearLedger(new JdbcTemplate(database)), out);
      System.out.println(data.lines + " lines");
    }
  }

  private void write(YearLedger year, Writer out) throws IOException {
    out.write("单位编号,证件号码,年工资薪金收入,月数\n");
    year.forEachPerson(
        year.current(POLICY, YEAR, Population.EMPLOYEES),
        (declaration, person) -> {
          long n = lines++;
          int months = n % 20 == 7 ? 6 : 12;
          BigDecimal income = person.declaredWage().amount().multiply(BigDecimal.valueOf(months));
          String employer =
              n % 50 == 3 ? "09" + declaration.employerCode() : declaration.employerCode();
          out.write(
              employer
                  + ','
                  + person.idNumber().whole()
                  + ','
                  + Money.rounded(n % 8 == 0 ? income.multiply(MORE) : income)
                  + ','
                  + months
                  + '\n');
        },
        IOException.class);
  }
}
