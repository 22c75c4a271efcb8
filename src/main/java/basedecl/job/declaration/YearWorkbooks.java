package basedecl.job.declaration;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.intake.IntakeOutputs;
import basedecl.report.declaration.ChangesWorkbook;
import basedecl.report.declaration.DetailWorkbook;
import basedecl.report.declaration.FlaggedWorkbook;
import basedecl.report.declaration.NotDeclaredWorkbook;
import basedecl.report.declaration.ProvinceSummaryWorkbook;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.report.declaration.SummaryWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The workbooks of a picture in one folder: of a whole city, or of one agency. */
final class YearWorkbooks {

  private final IntakeOutputs outputs;
  private final Path folder;
  private final YearPicture picture;

  YearWorkbooks(IntakeOutputs outputs, Path folder, YearPicture picture) {
    this.outputs = outputs;
    this.folder = folder;
    this.picture = picture;
  }

  /** What they are called, that over all agencies among them. */
  static List<String> names(int year) {
    return List.of(
        SummaryWorkbook.fileName(year),
        DetailWorkbook.fileName(year),
        FlaggedWorkbook.fileName(year),
        NotDeclaredWorkbook.fileName(year),
        ChangesWorkbook.fileName(year),
        ProvinceSummaryWorkbook.fileName(year));
  }

  Written summary(SpecialPersonSheet special) throws IOException {
    outputs.checkFence();
    return SummaryWorkbook.write(
        folder, picture.heading(), picture.declarations(), picture.late(), special);
  }

  Written notDeclared() throws IOException {
    outputs.checkFence();
    return NotDeclaredWorkbook.write(
        folder,
        picture.paper(),
        picture.notDeclared(),
        picture.heading().policy().imputationFor(picture.heading().businessDate()),
        picture.byLastYear());
  }

  Written changes() throws IOException {
    outputs.checkFence();
    return ChangesWorkbook.write(
        folder, picture.heading(), picture.corrections(), picture.assessments());
  }

  DetailWorkbook detail() throws IOException {
    return DetailWorkbook.at(folder, picture.heading(), picture.declarations());
  }

  FlaggedWorkbook flagged() throws IOException {
    return FlaggedWorkbook.at(folder, picture.heading(), picture.declarations());
  }
}
