package basedecl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The first half of the {@link Floor}: each thread takes a file, unpacks it, and stores its
 * people's rows, which it knows without having read them. H2 is quickest with statements of 100
 * rows, MariaDB with bulk batches of 10,000.
 */
final class FloorRows implements AutoCloseable {

  private static final int ROWS_A_STATEMENT = 100;
  private static final int ROWS_A_BATCH = 10_000;
  private static final String INSERT =
      "INSERT INTO floor_person (line_key, person_name, document_kind, id_number, declared_wage,"
          + " base, adjustment, employer_due, personal_due, remarks, sheet, row_no) VALUES ";
  private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int COLUMNS = 12;

  private static final String TABLE =
      "CREATE TABLE floor_person (line_key BIGINT NOT NULL PRIMARY KEY,"
          + " person_name VARCHAR(100) NOT NULL, document_kind VARCHAR(20) NOT NULL,"
          + " id_number VARCHAR(18) NOT NULL, declared_wage DECIMAL(12, 2) NOT NULL,"
          + " base DECIMAL(12, 2) NOT NULL, adjustment CHAR(1) NOT NULL,"
          + " employer_due DECIMAL(12, 2) NULL, personal_due DECIMAL(12, 2) NULL,"
          + " remarks VARCHAR(500) NOT NULL, sheet VARCHAR(100) NOT NULL, row_no INT NOT NULL)";

  private final Connection connection;
  private final boolean multiRow;
  private final PreparedStatement statement;
  private final List<Line> waiting = new ArrayList<>();
  private int uncommitted;

  private FloorRows(Connection connection, boolean multiRow) throws SQLException {
    this.connection = connection;
    this.multiRow = multiRow;
    connection.setAutoCommit(false);
    statement = connection.prepareStatement(sql(multiRow ? ROWS_A_STATEMENT : 1));
  }

  private record Line(long key, String name, String id, BigDecimal wage, int row) {}

  static void store(NightPlan plan, Path inbox, String url, String user) throws Exception {
    boolean h2 = url.startsWith("jdbc:h2:");
    try (Connection first = DriverManager.getConnection(url, user, "")) {
      try (Statement create = first.createStatement()) {
        create.execute(TABLE);
      }
      AtomicInteger next = new AtomicInteger();
      Floor.inThreads(
          () -> {
            byte[] buffer = new byte[1 << 16];
            try (Connection own = DriverManager.getConnection(url, user, "");
                FloorRows rows = new FloorRows(own, h2)) {
              for (int employer = next.getAndIncrement();
                  employer < plan.employers();
                  employer = next.getAndIncrement()) {
                unpack(inbox.resolve(plan.path(employer)), buffer);
                for (NightPeople person = plan.people(employer, 0); person.next(); ) {
                  rows.add(((employer + 1L) << 37) + person.number(), person);
                }
              }
              rows.end();
            }
            return true;
          });
    }
  }

  private static void unpack(Path file, byte[] buffer) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!file.toString().endsWith(".xlsx")) {
        drain(in, buffer);
        return;
      }
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        drain(zip, buffer);
      }
    }
  }

  private static void drain(InputStream in, byte[] buffer) throws IOException {
    int read = in.read(buffer);
    while (read >= 0) {
      read = in.read(buffer);
    }
  }

  private static String sql(int rows) {
    return INSERT + String.join(", ", Collections.nCopies(rows, VALUES));
  }

  private void add(long key, NightPeople person) throws SQLException {
    waiting.add(
        new Line(
            key,
            person.name(),
            person.idNumber(),
            BigDecimal.valueOf(person.wageFen(), 2),
            person.number() + 2));
    if (waiting.size() == (multiRow ? ROWS_A_STATEMENT : ROWS_A_BATCH)) {
      send(statement);
    }
  }

  private void send(PreparedStatement into) throws SQLException {
    int at = 0;
    for (Line line : waiting) {
      set(into, at, line);
      if (multiRow) {
        at += COLUMNS;
      } else {
        into.addBatch();
      }
    }
    if (multiRow) {
      into.executeUpdate();
    } else {
      into.executeBatch();
    }
    uncommitted += waiting.size();
    waiting.clear();
    if (uncommitted >= ROWS_A_BATCH) {
      connection.commit();
      uncommitted = 0;
    }
  }

  private static void set(PreparedStatement into, int at, Line line) throws SQLException {
    into.setLong(at + 1, line.key());
    into.setString(at + 2, line.name());
    into.setString(at + 3, "RESIDENT_ID");
    into.setString(at + 4, line.id());
    into.setBigDecimal(at + 5, line.wage());
    into.setBigDecimal(at + 6, line.wage());
    into.setString(at + 7, "N");
    into.setBigDecimal(at + 8, line.wage());
    into.setBigDecimal(at + 9, line.wage());
    into.setString(at + 10, "");
    into.setString(at + 11, "申报表");
    into.setInt(at + 12, line.row());
  }

  private void end() throws SQLException {
    if (!waiting.isEmpty()) {
      try (PreparedStatement last =
          connection.prepareStatement(sql(multiRow ? waiting.size() : 1))) {
        send(last);
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
