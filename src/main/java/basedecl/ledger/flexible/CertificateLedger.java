package basedecl.ledger.flexible;

import basedecl.money.Money;
import basedecl.person.IdNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proofs of payment by their codes. */
public final class CertificateLedger {

  private final JdbcClient jdbc;

  public CertificateLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CertificateRecord> find(String code) {
    return jdbc.sql("SELECT * FROM certificate WHERE code = :code")
        .param("code", code)
        .query(
            (row, number) ->
                new CertificateRecord(
                    row.getString("code"),
                    new IdNumber(row.getString("id_number")),
                    row.getString("person_name"),
                    row.getInt("contribution_year"),
                    row.getObject("issued_on", LocalDate.class),
                    row.getInt("payments"),
                    new Money(row.getBigDecimal("amount")),
                    Optional.ofNullable(row.getObject("last_charge", Long.class)),
                    row.getString("content_sha256")))
        .optional();
  }

  /** Keeps a proof; the same proof issued again is the same row. */
  public void keep(CertificateRecord certificate) {
    if (find(certificate.code()).isPresent()) {
      return;
    }
    jdbc.sql(
            "INSERT INTO certificate (code, id_number, person_name, contribution_year, issued_on,"
                + " payments, amount, last_charge, content_sha256) VALUES (:code, :id, :name, :year, :issued,"
                + " :payments, :amount, :charge, :sha256)")
        .param("code", certificate.code())
        .param("id", certificate.idNumber().whole())
        .param("name", certificate.name())
        .param("year", certificate.year())
        .param("issued", certificate.issuedOn())
        .param("payments", certificate.payments())
        .param("amount", certificate.amount().amount())
        .param("charge", certificate.lastCharge().orElse(null))
        .param("sha256", certificate.sha256())
        .update();
  }
}
