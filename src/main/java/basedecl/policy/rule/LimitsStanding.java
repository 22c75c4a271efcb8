package basedecl.policy.rule;

/** Standing of published limits: 暂行 until the year's average wage is known, 正式 afterwards. */
public enum LimitsStanding {
  PROVISIONAL,
  FINAL
}
