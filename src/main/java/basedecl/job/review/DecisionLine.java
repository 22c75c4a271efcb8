package basedecl.job.review;

import basedecl.declaration.procedure.Decision;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedLine;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.util.Optional;

/**
 * A line of the agency's decisions (contract 7).
 *
 * <pre>
 * 单位编号    required  the employer
 * 决定       required  通过, 退回 or 重开
 * 意见       optional  why; must be given with 退回 and 重开
 *
 * 单位编号,决定,意见
 * 0370700001,通过,  → the declaration is approved
 * 0370700003,重开,单位自查发现漏报奖金  → approved before, it may be declared anew
 * 0370700002,退回,  → OPINION_MISSING
 * </pre>
 */
record DecisionLine(String employer, Decision decision, String opinion) {

  enum Column {
    EMPLOYER,
    DECISION,
    OPINION
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.DECISION, "决定", "审核决定", "审核结果")
          .optional(Column.OPINION, "意见", "审核意见", "退回原因", "重开原因")
          .build();

  /** The decision of a line, or its first fault, which is left with it. */
  static Optional<DecisionLine> of(SubmittedLine<Column> line) {
    if (line.isRefused()) {
      return Optional.empty();
    }
    String employer = line.text(Column.EMPLOYER);
    if (employer.isEmpty()) {
      line.faults(Column.DECISION).add(FindingCode.EMPLOYER_MISSING);
      return Optional.empty();
    }
    String word = line.text(Column.DECISION);
    Optional<Decision> decision = Decision.ofWord(word);
    if (decision.isEmpty()) {
      line.faults(Column.DECISION, employer).add(FindingCode.DECISION_UNKNOWN);
    }
    String opinion = line.text(Column.OPINION);
    if (decision.filter(Decision::needsOpinion).isPresent() && opinion.isBlank()) {
      line.faults(Column.OPINION, employer).add(FindingCode.OPINION_MISSING, word);
      return Optional.empty();
    }
    return decision.map(known -> new DecisionLine(employer, known, opinion));
  }
}
