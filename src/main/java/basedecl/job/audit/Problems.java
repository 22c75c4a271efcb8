package basedecl.job.audit;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Lines that could not be used: the first are listed, the rest are counted. */
final class Problems {

  private static final int LISTED = 10_000;

  private final List<FileFinding> listed = new ArrayList<>();
  private long leftOut;

  void add(String file, List<Finding> findings) {
    findings.forEach(finding -> add(file, finding));
  }

  private void add(String file, Finding finding) {
    if (listed.size() < LISTED) {
      listed.add(new FileFinding(file, finding));
    } else {
      leftOut++;
    }
  }

  List<FileFinding> listed() {
    return List.copyOf(listed);
  }

  long leftOut() {
    return leftOut;
  }
}
