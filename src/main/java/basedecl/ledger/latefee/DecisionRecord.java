package basedecl.ledger.latefee;

import basedecl.assessment.latefee.AgencyDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A decision of the agency and the line it came from.
 *
 * @param dated whether the line states the day of the decision
 * @param file path of the file within the folder that was handed over
 * @param sha256 digest of the file's bytes
 */
public record DecisionRecord<D extends AgencyDecision>(
    D decision, boolean dated, String file, String sha256, String sheet, int row) {

  /** The file, with its sheet where it has any. */
  public String place() {
    return sheet.isEmpty() ? file : file + "!" + sheet;
  }

  /**
   * Whether a line is the very one of this record: of the same bytes, or of a file of the same name
   * that has grown since and says the same in the same row.
   */
  public boolean isSameLine(DecisionRecord<D> line) {
    return sheet.equals(line.sheet)
        && row == line.row
        && (sha256.equals(line.sha256) || (file.equals(line.file) && saysTheSame(line)));
  }

  /** Whether a line lays down the same; one without a day means the day it was taken. */
  public boolean saysTheSame(DecisionRecord<D> line) {
    return decision.subject().equals(line.decision.subject())
        && decision.figure().equals(line.decision.figure())
        && (!line.dated || decision.decidedOn().equals(line.decision.decidedOn()));
  }

  /** What names the decision: its number, or without one the line it stands in. */
  String decisionKey() {
    return decision.reference().isEmpty()
        ? digest(List.of("line", sha256, sheet, Integer.toString(row)))
        : digest(
            Stream.concat(Stream.of("number", decision.reference()), decision.subject().stream())
                .toList());
  }

  String lineKey() {
    List<String> parts =
        new ArrayList<>(List.of("name", file, sheet, Integer.toString(row), decision.reference()));
    parts.addAll(decision.subject());
    parts.add(decision.figure());
    return digest(parts);
  }

  private static String digest(List<String> parts) {
    return DigestUtils.sha256Hex(String.join("\n", parts));
  }
}
