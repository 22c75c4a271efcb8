package basedecl.report.audit;

import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.SignalFinding;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.policy.rule.Limits;
import java.util.Comparator;
import java.util.List;

/**
 * One employer as the audit sees it: its declaration, its figures, its signals.
 *
 * @param limits by which its month is charged
 */
public record AuditLine(
    DeclarationRecord declaration,
    Limits limits,
    EmployerFigures figures,
    List<SignalFinding> signals) {

  /**
   * Whom to look at first: employers of the 70 % rule, then by number of signals, then by the base
   * that the tax file says is lacking, then by people, then by code.
   */
  public static final Comparator<AuditLine> RANK =
      Comparator.comparing((AuditLine line) -> !line.declaration().flagged())
          .thenComparing(line -> -line.signals().size())
          .thenComparing(
              line ->
                  line.figures()
                      .tax()
                      .map(tax -> tax.baseShort().amount().negate())
                      .orElse(java.math.BigDecimal.ZERO))
          .thenComparing(line -> -line.declaration().persons())
          .thenComparing(line -> line.declaration().employerCode());

  public AuditLine {
    signals = List.copyOf(signals);
  }
}
