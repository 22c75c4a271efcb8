package basedecl.cli.terminal;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --set KEY=VALUE}, as often as needed: overrides keys of a job file. */
public final class SetOption {

  @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "set")
  List<String> pairs = new ArrayList<>();

  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new RefusedException(Message.of("cli.set-without-value", pair));
      }
      values.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return values;
  }
}
