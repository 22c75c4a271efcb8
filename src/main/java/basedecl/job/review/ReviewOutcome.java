package basedecl.job.review;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Lines and scans that could not be used, in the order they were come upon. */
final class ReviewOutcome {

  private final List<FileFinding> problems = new ArrayList<>();

  void problem(String source, Finding finding) {
    problems.add(new FileFinding(source, finding));
  }

  void problems(String source, List<Finding> findings) {
    findings.forEach(finding -> problem(source, finding));
  }

  List<FileFinding> problems() {
    return List.copyOf(problems);
  }
}
