package basedecl.job.auditoutcome;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.auditoutcome.AssessmentLine.Column;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.database.ColumnText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All lines of one employer, which are one assessment: taken whole or not at all, so that no
 * version stands with half of what an audit found.
 */
final class EmployerAssessment {

  private static final char SEPARATOR = '\u001f';

  /** A line that was read without a fault of its own. */
  record Read(SubmittedLine<Column> submitted, AssessmentLine line) {}

  private final String code;
  private final List<Read> read = new ArrayList<>();
  private final List<SubmittedLine<Column>> all = new ArrayList<>();

  private EmployerAssessment(String code) {
    this.code = code;
  }

  /** Reads every line; one without an employer is nobody's and keeps its fault. */
  static Collection<EmployerAssessment> of(
      List<SubmittedLine<Column>> lines, int year, LocalDate businessDate) {
    Map<String, EmployerAssessment> employers = new LinkedHashMap<>();
    for (SubmittedLine<Column> submitted : lines) {
      Optional<AssessmentLine> line = AssessmentLine.of(submitted, year, businessDate);
      String code = AssessmentLine.employer(submitted);
      if (!code.isEmpty()) {
        employers.computeIfAbsent(code, EmployerAssessment::new).add(submitted, line);
      }
    }
    return employers.values();
  }

  private void add(SubmittedLine<Column> submitted, Optional<AssessmentLine> line) {
    all.add(submitted);
    if (line.isEmpty()) {
      return;
    }
    read.stream()
        .map(Read::line)
        .filter(line.get()::overlaps)
        .findFirst()
        .ifPresent(
            other ->
                submitted
                    .faults(Column.FROM, code)
                    .add(FindingCode.MONTHS_OVERLAP, Integer.toString(other.row())));
    read.add(new Read(submitted, line.get()));
  }

  String code() {
    return code;
  }

  List<Read> read() {
    return List.copyOf(read);
  }

  List<AssessmentLine> lines() {
    return read.stream().map(Read::line).toList();
  }

  boolean isRefused() {
    return all.stream().anyMatch(SubmittedLine::isRefused);
  }

  /** Leaves with the first line why nothing of the employer is taken. */
  void refuse(FindingCode code, Reason reason) {
    refuse(Finding.of(code, this.code, place(), reason));
  }

  /** Likewise. */
  void refuse(FindingCode code, String... words) {
    refuse(Finding.of(code, this.code, place(), words));
  }

  private void refuse(Finding finding) {
    all.get(0).refuse(List.of(finding));
  }

  private SourceCell place() {
    return all.get(0).place(Column.EMPLOYER);
  }

  /** Where some lines have faults: tells that the others were not taken either. */
  void refuseTheRest() {
    long faulty = all.stream().filter(SubmittedLine::isRefused).count();
    all.stream()
        .filter(line -> !line.isRefused())
        .findFirst()
        .ifPresent(
            line ->
                line.refuse(
                    List.of(
                        Finding.of(
                            FindingCode.ASSESSMENT_INCOMPLETE,
                            code,
                            line.place(Column.EMPLOYER),
                            Long.toString(faulty)))));
  }

  /**
   * What tells this assessment from every other of the employer, in whatever order it is written.
   */
  String digest() {
    return DigestUtils.sha256Hex(
        lines().stream()
            .sorted(
                Comparator.comparing((AssessmentLine line) -> line.person().whole())
                    .thenComparing(AssessmentLine::from))
            .map(
                line ->
                    String.join(
                        String.valueOf(SEPARATOR),
                        line.person().whole(),
                        line.wage().toString(),
                        line.from().toString(),
                        line.to().toString(),
                        line.basis()))
            .collect(Collectors.joining("\n")));
  }

  /** Each basis once, within the length of a note. */
  String note() {
    Set<String> bases = new LinkedHashSet<>();
    lines().forEach(line -> bases.add(line.basis()));
    String note = String.join("；", bases);
    int longest = AuditOutcomeLedger.LONGEST_NOTE;
    return note.length() <= longest ? note : ColumnText.atMost(longest - 1, note) + "…";
  }
}
