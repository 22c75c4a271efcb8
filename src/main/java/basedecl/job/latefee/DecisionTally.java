package basedecl.job.latefee;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import java.util.List;

/** What the decisions of a run came to, for its summary. */
final class DecisionTally {

  private int lines;
  private int taken;
  private int ahead;
  private int problems;

  void read() {
    lines++;
  }

  void took() {
    taken++;
  }

  /** A line that was not taken. */
  void refused(List<Finding> findings) {
    if (findings.stream().allMatch(each -> each.code() == FindingCode.AGENCY_DECISION_AHEAD)) {
      ahead++;
    } else {
      problems++;
    }
  }

  int lines() {
    return lines;
  }

  int taken() {
    return taken;
  }

  int onRecord() {
    return lines - taken - ahead - problems;
  }

  /** Lines whose day has not come. */
  int ahead() {
    return ahead;
  }

  int problems() {
    return problems;
  }
}
