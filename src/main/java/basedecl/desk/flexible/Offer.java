package basedecl.desk.flexible;

import basedecl.assessment.flexible.Quote;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** A kind of insurance of a region that somebody who pays alone may choose a base or tier for. */
public record Offer(String region, InsuranceKind kind, Policy policy) {

  /** As forms name it: {@code weifang-pension}. */
  public String key() {
    return region + "-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** The policy's title, and of residents which of their kinds. */
  public String title() {
    return kind.tierTitle()
        .map(tiers -> policy.title() + "（" + kind.title() + "）")
        .orElse(policy.title());
  }

  /** The kind of insurance in the reader's language. */
  public String kindWord(Language language) {
    return Message.of("desk.flexible.kind." + kind).in(language);
  }

  public boolean isByTier() {
    return policy.isByTier();
  }

  /** What can be chosen from a month on, as known on a day. */
  public Optional<Quote> quote(YearMonth month, LocalDate day) {
    return Quote.of(policy, kind, month, day);
  }
}
