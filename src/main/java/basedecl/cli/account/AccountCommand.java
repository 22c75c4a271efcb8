package basedecl.cli.account;

import basedecl.cli.terminal.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code account}: who may sign in to the desk, kept from the command line. */
@Command(
    subcommands = {
      AccountAddCommand.class,
      AccountListCommand.class,
      AccountChange.Lock.class,
      AccountChange.Unlock.class,
      AccountChange.Reset.class,
      AccountChange.SecondFactor.class,
      AccountImportCommand.class,
      AccountLettersCommand.class
    })
public final class AccountCommand implements Runnable {

  @Spec CommandSpec spec;
  @Mixin LanguageOption lang = new LanguageOption();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
