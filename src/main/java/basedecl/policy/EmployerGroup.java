package basedecl.policy;

import java.util.Locale;

/** The employers a kind of insurance is for, by a mark of the roster. */
public enum EmployerGroup {
  /** Those with 公务员医疗补助 = 是. */
  CIVIL_SERVANT_SUBSIDY;

  /** The word of a policy file: {@code civil-servant-subsidy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
