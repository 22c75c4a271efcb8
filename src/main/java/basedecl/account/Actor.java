package basedecl.account;

import java.util.OptionalLong;

/**
 * Who did something: an account, or somebody without one. A failed attempt to sign in stands under
 * the account in whose name it was made.
 *
 * @param id of the account
 * @param name its sign-in name, so that the record reads without the accounts
 */
public record Actor(OptionalLong id, String name) {

  /** Not signed in. What was typed as a name is not kept: it may have been a password. */
  public static final Actor NOBODY = new Actor(OptionalLong.empty(), "");

  private static final String COMMAND_LINE = "cli:";

  /** Whether that is the name of somebody at the command line, and no sign-in name. */
  public static boolean isOfCommandLine(String name) {
    return name.startsWith(COMMAND_LINE);
  }

  public static Actor of(Account account) {
    return new Actor(OptionalLong.of(account.id()), account.name().text());
  }

  /** Whoever typed a command, by the name the machine knows; no sign-in name has a colon in it. */
  public static Actor ofCommandLine(String user) {
    String name = COMMAND_LINE + user;
    return new Actor(OptionalLong.empty(), name.substring(0, Math.min(64, name.length())));
  }
}
