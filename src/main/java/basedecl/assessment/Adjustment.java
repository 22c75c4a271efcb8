package basedecl.assessment;

/** What the limits did to a declared wage: 原值, 保底, 封顶. */
public enum Adjustment {
  AS_DECLARED,
  RAISED_TO_LOWER,
  LOWERED_TO_UPPER
}
