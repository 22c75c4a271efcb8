package basedecl.job.account;

import basedecl.account.OneTimePassword;
import java.time.LocalDate;

/**
 * A one-time password to be handed to the account's owner, shown once and kept nowhere.
 *
 * @param lastDay on which it still opens something
 */
public record Handed(OneTimePassword password, LocalDate lastDay) {}
