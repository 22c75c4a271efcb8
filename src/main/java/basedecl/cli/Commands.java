package basedecl.cli;

import basedecl.cli.account.AccountCommand;
import basedecl.cli.check.CheckCommand;
import basedecl.cli.desk.DeskCommand;
import basedecl.cli.explain.ExplainCommand;
import basedecl.cli.explain.StatusCommand;
import basedecl.cli.job.RunCommand;
import basedecl.cli.job.WorkerCommand;
import basedecl.cli.policy.PolicyCommand;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands by their names, in the order of the help. Only the one that was asked for is made:
 * reading the options of all of them takes a twentieth of the start of a small run.
 */
final class Commands {

  private static final String LANGUAGE = "--lang";

  private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("run", RunCommand.class);
    ALL.put("worker", WorkerCommand.class);
    ALL.put("check", CheckCommand.class);
    ALL.put("template", TemplateCommand.class);
    ALL.put("policy", PolicyCommand.class);
    ALL.put("quote", QuoteCommand.class);
    ALL.put("explain", ExplainCommand.class);
    ALL.put("status", StatusCommand.class);
    ALL.put("payments", PaymentsCommand.class);
    ALL.put("certificate", CertificateCommand.class);
    ALL.put("account", AccountCommand.class);
    ALL.put("desk", DeskCommand.class);
  }

  private Commands() {}

  /** The command that the arguments begin with; all of them where they begin with none. */
  static Map<String, Class<?>> of(String[] args) {
    for (int i = 0; i < args.length; i++) {
      Class<?> command = ALL.get(args[i]);
      if (command != null) {
        return Map.of(args[i], command);
      }
      if (args[i].equals(LANGUAGE)) {
        i++;
      } else if (!args[i].startsWith(LANGUAGE + "=")) {
        break;
      }
    }
    return ALL;
  }
}
