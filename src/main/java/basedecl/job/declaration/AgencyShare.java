package basedecl.job.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.agency.AgencyWorkbooks;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.run.Progress;
import basedecl.report.YearTotals;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.FlaggedWorkbook;
import basedecl.report.declaration.SpecialPersonSheet;
import java.io.IOException;
import java.util.List;

/** An agency's part of the year's picture, and the workbooks that tell it. */
record AgencyShare(
    IntakeOutputs outputs, Progress progress, YearPicture picture, YearWorkbooks workbooks)
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
    try (DetailWorkbook detail = workbooks.detail();
        FlaggedWorkbook flagged = workbooks.flagged()) {
      picture
          .year()
          .forEachPerson(
              picture.declarations(),
              (declaration, person) -> {
                detail.add(declaration, person);
                flagged.add(declaration, person);
                progress.step(1);
              },
              IOException.class);
      outputs.checkFence();
      return List.of(detail.finish(), flagged.finish());
    }
  }

  @Override
  public List<Written> others(SpecialPersonSheet special) throws IOException {
    return List.of(workbooks.summary(special), workbooks.notDeclared(), workbooks.changes());
  }
}
