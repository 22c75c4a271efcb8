package basedecl.ledger.year;

import basedecl.declaration.Employer;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.change.Picture;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.money.Money;
import basedecl.person.SocialCreditCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The employers as the last roster handed over knows them. */
public final class RosterLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public RosterLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * Puts this roster in the place of the one before, in the caller's transaction; the same one is
   * left as it is, which costs a tenth of writing it again.
   */
  public void replace(Collection<Employer> employers) {
    if (Set.copyOf(all()).equals(Set.copyOf(employers))) {
      return;
    }
    jdbc.sql("DELETE FROM employer").update();
    template.batchUpdate(
        "INSERT INTO employer (employer_code, employer_name, credit_code, agency,"
            + " civil_servant_subsidy, pension_insured, last_month_amount, last_year_base_total,"
            + " last_year_persons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        employers,
        1_000,
        (statement, employer) -> {
          statement.setString(1, employer.code());
          statement.setString(2, employer.name());
          statement.setString(3, employer.creditCode().map(SocialCreditCode::text).orElse(null));
          statement.setString(4, employer.agency());
          statement.setString(5, mark(employer.civilServantSubsidy()));
          statement.setString(6, mark(employer.pensionInsured()));
          statement.setBigDecimal(7, employer.lastMonthAmount().map(Money::amount).orElse(null));
          statement.setBigDecimal(8, employer.lastYearBaseTotal().map(Money::amount).orElse(null));
          statement.setObject(9, employer.lastYearPersons().orElse(null));
        });
  }

  /** What changed of employers. */
  public EmployerHistory history() {
    return new EmployerChangeLedger(template).history();
  }

  /** These employers as they are on a day, by the changes on record. */
  public Picture on(LocalDate day, Collection<Employer> handed) {
    EmployerHistory history = history();
    return history.all().isEmpty()
        ? new Picture(List.copyOf(handed), Map.of(), List.of())
        : history.on(day, handed, all());
  }

  /** All employers in order of their codes. */
  public List<Employer> all() {
    return jdbc.sql("SELECT * FROM employer ORDER BY employer_code")
        .query(RosterLedger::employer)
        .list();
  }

  /** Those that had not come to their end on a day, in order of their codes. */
  public List<Employer> active(LocalDate day) {
    return on(day, all()).roster().active();
  }

  /** The agencies that employers belong to, in order. */
  public List<String> agencies() {
    return jdbc.sql("SELECT DISTINCT agency FROM employer").query(String.class).list().stream()
        .filter(agency -> !agency.isBlank())
        .sorted()
        .toList();
  }

  public Optional<Employer> find(String code) {
    return jdbc.sql("SELECT * FROM employer WHERE employer_code = :code")
        .param("code", code)
        .query(RosterLedger::employer)
        .optional();
  }

  private static Employer employer(ResultSet row, int number) throws SQLException {
    return new Employer(
        row.getString("employer_code"),
        row.getString("employer_name"),
        Optional.ofNullable(row.getString("credit_code")).map(SocialCreditCode::new),
        row.getString("agency"),
        Optional.ofNullable(row.getString("civil_servant_subsidy")).map("Y"::equals),
        Optional.ofNullable(row.getString("pension_insured")).map("Y"::equals),
        money(row.getBigDecimal("last_month_amount")),
        money(row.getBigDecimal("last_year_base_total")),
        Optional.ofNullable(row.getObject("last_year_persons", Long.class)));
  }

  private static @Nullable String mark(Optional<Boolean> value) {
    return value.map(yes -> yes ? "Y" : "N").orElse(null);
  }

  private static Optional<Money> money(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount).map(Money::new);
  }
}
