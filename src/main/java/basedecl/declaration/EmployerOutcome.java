package basedecl.declaration;

import basedecl.finding.Finding;
import basedecl.money.Money;
import java.util.List;

/**
 * One employer's part of a file after its last row. {@code rowsRead = rowsAccepted + rowsRejected}.
 *
 * @param employerCode {@code ""} for the rows that name no employer
 * @param employerName the first that a row gives, {@code ""} where none does
 * @param declaredTotal wages of the accepted rows, yuan a month
 * @param findings what concerns the employer as a whole; those of its rows were in their outcomes
 */
public record EmployerOutcome(
    String employerCode,
    String employerName,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    Money declaredTotal,
    List<Finding> findings) {

  public EmployerOutcome {
    findings = List.copyOf(findings);
  }

  /** One bad row, or an error of the employer's own, refuses the whole declaration (S3). */
  public boolean refused() {
    return rowsRejected > 0 || findings.stream().anyMatch(finding -> finding.code().isError());
  }
}
