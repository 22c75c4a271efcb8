package basedecl.declaration;

import basedecl.declaration.row.EmployerCell;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of a file that belong to no employer. Each may be one of the people of any employer on
 * its sheet, whose declaration is then not whole; on a sheet that has no employer of its own, of
 * any employer of the file (contract 4).
 */
final class Strays {

  private record Cause(String sheet, FindingCode code, Optional<Reason> reason) {}

  private final Map<Cause, Repeated> causes = new LinkedHashMap<>();
  private final Map<Cause, List<String>> words = new LinkedHashMap<>();
  private final Map<Integer, Repeated> bySheet = new TreeMap<>();

  /** Notes a row of nobody. */
  void add(int sheet, SourceCell place) {
    bySheet.computeIfAbsent(sheet, s -> new Repeated()).add(place);
  }

  /** Notes rows whose employer is not the one that was read. */
  void add(int sheet, Repeated rows) {
    bySheet.computeIfAbsent(sheet, s -> new Repeated()).add(rows);
  }

  /** Takes what keeps a row from its employer out of its findings; it is told once, at the end. */
  List<Finding> withoutCauses(List<Finding> findings) {
    List<Finding> kept = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (EmployerCell.isCause(finding)) {
        Cause cause = new Cause(finding.place().sheet(), finding.code(), finding.reason());
        causes.computeIfAbsent(cause, c -> new Repeated()).add(finding.place());
        words.putIfAbsent(cause, finding.arguments());
      } else {
        kept.add(finding);
      }
    }
    return kept;
  }

  /** One finding for each sheet and cause: the reason, how many rows, the first of them. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    causes.forEach(
        (cause, rows) -> {
          List<String> arguments = new ArrayList<>(words.getOrDefault(cause, List.of()));
          arguments.set(0, Long.toString(rows.rows()));
          findings.add(new Finding(cause.code(), "", rows.first(), cause.reason(), arguments));
        });
    return findings;
  }

  /**
   * What that means for an employer.
   *
   * @param sheets those with people of the employer
   * @param ofEmployers those with people of any employer
   */
  Optional<Finding> incomplete(String employer, BitSet sheets, BitSet ofEmployers) {
    Repeated concerned = new Repeated();
    bySheet.forEach(
        (sheet, rows) -> {
          if (sheets.get(sheet) || !ofEmployers.get(sheet)) {
            concerned.add(rows);
          }
        });
    return concerned.rows() == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.EMPLOYER_INCOMPLETE,
                employer,
                concerned.first(),
                Reason.PEOPLE_WITHOUT_CODE,
                Long.toString(concerned.rows()),
                Integer.toString(concerned.first().row())));
  }
}
