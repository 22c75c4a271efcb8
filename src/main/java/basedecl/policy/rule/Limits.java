package basedecl.policy.rule;

import basedecl.money.Money;

/** Lower and upper limit of a contribution base (下限, 上限), yuan a month, both inclusive. */
public record Limits(Money lower, Money upper) {

  public Limits {
    if (lower.isMoreThan(upper)) {
      throw new IllegalArgumentException(
          "The lower limit " + lower + " is above the upper limit " + upper);
    }
  }

  public boolean contains(Money base) {
    return !base.isLessThan(lower) && !base.isMoreThan(upper);
  }
}
