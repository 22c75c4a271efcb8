package basedecl.job.review;

import basedecl.declaration.Finding;
import basedecl.ledger.LineFindingLedger.InFile;
import java.util.ArrayList;
import java.util.List;

/** Lines and scans that could not be used, in the order they were come upon. */
final class ReviewOutcome {

  private final List<InFile> problems = new ArrayList<>();

  void problem(String source, Finding finding) {
    problems.add(new InFile(source, finding));
  }

  List<InFile> problems() {
    return List.copyOf(problems);
  }
}
