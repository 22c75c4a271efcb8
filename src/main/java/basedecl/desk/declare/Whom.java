package basedecl.desk.declare;

import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.submission.Upload;
import basedecl.policy.Population;

/** Whose declaration a page is about, as it says it. */
public record Whom(String employerCode, String employerName, boolean ofRetirees) {

  public static Whom of(For whom, Rules rules) {
    return of(whom.employerCode(), whom.population(), rules);
  }

  static Whom of(Upload upload, Rules rules) {
    return of(upload.employerCode(), upload.population(), rules);
  }

  private static Whom of(String employerCode, Population population, Rules rules) {
    return new Whom(employerCode, rules.nameOf(employerCode), population == Population.RETIREES);
  }
}
