package basedecl.job.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.agency.AgencyWorkbooks;
import basedecl.report.YearTotals;
import basedecl.report.declaration.SpecialPersonSheet;
import java.io.IOException;
import java.util.List;

/** An agency's part of the year's picture, and the workbooks that tell it. */
record AgencyShare(YearPeople yearPeople, YearPicture picture, YearWorkbooks workbooks)
    implements AgencyWorkbooks.Share {

  @Override
  public YearTotals totals() {
    return picture.totals();
  }

  @Override
  public long notDeclared() {
    return picture.notDeclared().size();
  }

  @Override
  public List<Written> people() throws IOException {
    return yearPeople.write(
        workbooks, picture.declarations(), /* threads= */ 1, (declaration, person) -> {});
  }

  @Override
  public List<Written> others(SpecialPersonSheet special) throws IOException {
    return List.of(workbooks.summary(special), workbooks.notDeclared(), workbooks.changes());
  }
}
