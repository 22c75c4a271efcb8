package basedecl.job.retirees;

import basedecl.file.ReplacedFile.Written;
import basedecl.job.agency.AgencyWorkbooks;
import basedecl.job.intake.IntakeOutputs;
import basedecl.job.run.Progress;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.report.YearTotals;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.report.retirees.ProvinceRetireesWorkbook;
import basedecl.report.retirees.RetireesDetailWorkbook;
import basedecl.report.retirees.RetireesSummaryWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** The workbooks of a picture in one folder: of a whole city, or of one agency. */
record RetireesWorkbooks(
    IntakeOutputs outputs, Progress progress, YearLedger year, Path folder, RetireesPicture picture)
    implements AgencyWorkbooks.Share {

  /** What they are called, that over all agencies among them. */
  static List<String> names(int year) {
    return List.of(
        RetireesSummaryWorkbook.fileName(year),
        RetireesDetailWorkbook.fileName(year),
        ProvinceRetireesWorkbook.fileName(year));
  }

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
    return List.of(detail((declaration, person) -> {}));
  }

  @Override
  public List<Written> others(SpecialPersonSheet special) throws IOException {
    return List.of(summary(special));
  }

  /**
   * @param also sees everybody too
   */
  Written detail(BiConsumer<DeclarationRecord, PersonRecord> also) throws IOException {
    List<DeclarationRecord> declarations = picture.declarations();
    try (RetireesDetailWorkbook detail =
        RetireesDetailWorkbook.at(folder, picture.heading(), declarations)) {
      year.forEachPerson(
          declarations,
          (declaration, person) -> {
            detail.add(declaration, person);
            also.accept(declaration, person);
            progress.step(1);
          },
          IOException.class);
      outputs.checkFence();
      return detail.finish();
    }
  }

  Written summary(SpecialPersonSheet special) throws IOException {
    outputs.checkFence();
    return RetireesSummaryWorkbook.write(
        folder, picture.heading(), picture.versions(), picture.late(), special);
  }
}
