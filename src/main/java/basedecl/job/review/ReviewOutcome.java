package basedecl.job.review;

import basedecl.declaration.Finding;
import basedecl.report.ReviewProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one attempt found: lines refused, and whose materials lack what. */
final class ReviewOutcome {

  private final List<ReviewProblem> problems = new ArrayList<>();
  private final Map<String, Finding> incomplete = new HashMap<>();
  private int steps;

  void problem(String source, Finding finding) {
    problems.add(new ReviewProblem(source, finding));
  }

  void incomplete(String source, Finding finding) {
    problem(source, finding);
    incomplete.put(finding.employer(), finding);
  }

  void step() {
    steps++;
  }

  List<ReviewProblem> problems() {
    return List.copyOf(problems);
  }

  /** By employer code. */
  Map<String, Finding> incomplete() {
    return Map.copyOf(incomplete);
  }

  /** How many declarations changed their state, each change counted. */
  int steps() {
    return steps;
  }
}
