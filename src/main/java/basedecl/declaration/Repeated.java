package basedecl.declaration;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;

/** Something that many rows may show: told once, at the first of them, with their number. */
final class Repeated {

  private SourceCell first = SourceCell.WHOLE_FILE;
  private long rows;

  void add(SourceCell place) {
    if (rows == 0) {
      first = place;
    }
    rows++;
  }

  /** Takes in what was counted elsewhere, of rows behind these. */
  void add(Repeated further) {
    if (rows == 0) {
      first = further.first;
    }
    rows += further.rows;
  }

  long rows() {
    return rows;
  }

  SourceCell first() {
    return first;
  }

  Finding finding(FindingCode code, String employer) {
    return Finding.of(code, employer, first, Long.toString(rows));
  }
}
