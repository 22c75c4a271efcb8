package basedecl.assessment.collection;

/** Why a line stands in a batch. */
public enum Cause {
  /** The month was never sent of this employer, which declared: 新申报. */
  DECLARED,
  /** The month was never sent of this employer, which declared nothing: 核定. */
  IMPUTED,
  /** What was imputed gave way to a declaration: 核定后申报. */
  DECLARED_SINCE,
  /** A later version took the place of the declaration: 更正. */
  CORRECTED,
  /** The agency assessed wages after an audit: 稽核核定. */
  ASSESSED,
  /** The same declaration counts other people in the month: 人员增减. */
  STAFF,
  /** The same people of the same declaration stand on other bases: 限额调整. */
  LIMITS,
  /** Only the late fee is another: 滞纳金. */
  LATE_FEE,
  /** Nothing is owed for the month any more: 不再应缴. */
  ENDED
}
