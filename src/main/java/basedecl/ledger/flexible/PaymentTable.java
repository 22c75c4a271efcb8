package basedecl.ledger.flexible;

import basedecl.person.IdNumber;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of payments of those who pay alone: ordinary and special ones are numbered as they come
 * and read in order of their days.
 */
record PaymentTable<T>(JdbcClient jdbc, String name, RowMapper<T> row) {

  /** A region's payments of every year. */
  List<T> ofRegion(String region) {
    return jdbc.sql(
            "SELECT * FROM " + name + " WHERE region = :region ORDER BY paid_on, payment_id")
        .param("region", region)
        .query(row)
        .list();
  }

  /** A person's payments in every region. */
  List<T> ofPerson(IdNumber person) {
    return jdbc.sql(
            "SELECT * FROM " + name + " WHERE id_number = :person ORDER BY paid_on, payment_id")
        .param("person", person.whole())
        .query(row)
        .list();
  }

  /** The number of the newest payment, nought where there is none. */
  long lastId() {
    return jdbc.sql("SELECT COALESCE(MAX(payment_id), 0) FROM " + name).query(Long.class).single();
  }
}
