package basedecl.desk.page;

import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the desk stands on: the checked keys of its file, the policies, and the clock, which is read
 * here and nowhere else.
 */
public record DeskSettings(
    JobSettings keys, PolicyBook policies, Policy policy, InstantSource clock, ZoneId zone) {

  public int year() {
    return keys.year();
  }

  /** The fixed day of a demonstration, else today. */
  public LocalDate businessDate() {
    return keys.businessDate(LocalDate.ofInstant(clock.instant(), zone));
  }

  public boolean isFixedDay() {
    return keys.optional(CommonKeys.BUSINESS_DATE).isPresent();
  }

  /** Whether the desk itself speaks TLS; cookies are then sent over it only. */
  public boolean isEncrypted() {
    return keys.optional(DeskKeys.TLS_KEYSTORE).isPresent();
  }
}
