package basedecl.job.collection;

import basedecl.assessment.collection.Cause;
import basedecl.job.run.RunContext;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.report.collection.CollectionWorkbook;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The people behind the lines of a batch whose principal is new or another, month by month,
 * streamed: each with the whole of the month's figures.
 */
record PeopleOfBatch(JdbcTemplate jdbc, RunContext context) {

  void forEach(Collection<CollectionLine> lines, CollectionWorkbook.PersonConsumer consumer)
      throws IOException {
    TreeMap<YearMonth, Set<String>> employers = new TreeMap<>();
    for (CollectionLine each : lines) {
      if (each.line().cause() != Cause.LATE_FEE) {
        employers
            .computeIfAbsent(each.line().key().period(), month -> new TreeSet<>())
            .add(each.line().key().employerCode());
      }
    }
    for (YearMonth month : employers.keySet()) {
      Set<String> meant = employers.getOrDefault(month, Set.of());
      YearInMonth figures = new YearInMonth(jdbc, context.policy(), month);
      List<DeclarationRecord> declarations =
          figures.current().stream().filter(d -> meant.contains(d.employerCode())).toList();
      figures.forEachPerson(
          declarations,
          (declaration, person) -> consumer.accept(declaration.employerCode(), month, person),
          IOException.class);
    }
  }
}
