package basedecl.job.submitted;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was wrong with handed-over files, gathered for the workbook of the run. */
public final class SubmittedFindings {

  private final List<FileFinding> findings = new ArrayList<>();

  public void add(SubmittedFile file, List<Finding> more) {
    add(file.name(), more);
  }

  /** The same of what came by another way than a file, under a name of its own. */
  public void add(String source, List<Finding> more) {
    more.forEach(finding -> findings.add(new FileFinding(source, finding)));
  }

  public List<FileFinding> all() {
    return List.copyOf(findings);
  }
}
