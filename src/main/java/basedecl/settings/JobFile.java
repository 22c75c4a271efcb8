package basedecl.settings;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A job file as written: its keys with the lines they stand on, overridden by {@code --set}. What
 * the values mean is the job's business ({@link #settings}).
 */
public final class JobFile {

  private static final String COMMAND_LINE = "--set";

  private final Path file;
  private final String elsewhere;
  private final Map<String, Entry> entries;

  private record Entry(String value, int line) {
    static final int NOT_IN_FILE = 0;
  }

  /**
   * @param elsewhere where a value stands that is on no line of the file
   */
  private JobFile(Path file, String elsewhere, Map<String, Entry> entries) {
    this.file = file;
    this.elsewhere = elsewhere;
    this.entries = entries;
  }

  /** Reads the file and lays the overrides over it. Refuses what is no flat YAML mapping. */
  public static JobFile read(Path file, Map<String, String> overrides) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping(file).getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw refused("job.key-not-text", place(file, line(tuple.getKeyNode())));
      }
      if (!(tuple.getValueNode() instanceof ScalarNode value)) {
        throw refused("job.value-not-text", place(file, line(key)), key.getValue());
      }
      if (entries.put(key.getValue(), new Entry(value.getValue().strip(), line(key))) != null) {
        throw refused("job.key-twice", place(file, line(key)), key.getValue());
      }
    }
    overrides.forEach((key, value) -> entries.put(key, new Entry(value, Entry.NOT_IN_FILE)));
    return new JobFile(file, COMMAND_LINE, entries);
  }

  /** Settings of a command that has no job file, all from {@code --set}. */
  public static JobFile ofCommandLine(Map<String, String> set) {
    return withoutFile(COMMAND_LINE, set);
  }

  /**
   * Settings that somebody filled into a form.
   *
   * @param name of the form, as a refusal says where a value stands
   */
  public static JobFile ofForm(String name, Map<String, String> filled) {
    return withoutFile(name, filled);
  }

  private static JobFile withoutFile(String where, Map<String, String> values) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Entry(value, Entry.NOT_IN_FILE)));
    return new JobFile(Path.of(where), where, entries);
  }

  /** The value of {@code job:}. */
  public String job(List<String> known) {
    Entry entry = entries.get("job");
    if (entry == null || entry.value().isEmpty()) {
      throw refused("job.key-missing", file.toString(), "job", String.join(", ", known));
    }
    if (!known.contains(entry.value())) {
      throw refused("job.job-unknown", where(entry), entry.value(), String.join(", ", known));
    }
    return entry.value();
  }

  /** Checks every key and value against these keys. */
  public JobSettings settings(String name, List<JobKey> taken) {
    Map<String, JobKey> keys =
        taken.stream()
            .collect(Collectors.toMap(JobKey::name, k -> k, (a, b) -> b, LinkedHashMap::new));
    entries.forEach(
        (key, entry) -> {
          if (!key.equals("job") && !keys.containsKey(key)) {
            throw refused("job.key-unknown", where(entry), key, String.join(", ", keys.keySet()));
          }
        });
    Map<String, String> values = new LinkedHashMap<>();
    keys.forEach((keyName, key) -> value(key).ifPresent(value -> values.put(keyName, value)));
    return new JobSettings(name, values);
  }

  private Optional<String> value(JobKey key) {
    Entry entry = entries.get(key.name());
    if (entry == null || entry.value().isEmpty()) {
      if (key.required()) {
        throw refused("job.key-missing", file.toString(), key.name(), "<" + allowed(key) + ">");
      }
      return key.defaultValue();
    }
    try {
      if (!key.kind().admits(entry.value())) {
        throw new RefusedException(
            new Message(
                "job.value-"
                    + key.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                List.of(where(entry), key.name(), entry.value())));
      }
    } catch (java.nio.file.InvalidPathException e) {
      throw refused("job.value-text", where(entry), key.name(), entry.value());
    }
    return Optional.of(entry.value());
  }

  private static String allowed(JobKey key) {
    return key.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private String where(Entry entry) {
    return entry.line() == Entry.NOT_IN_FILE ? elsewhere : place(file, entry.line());
  }

  private static String place(Path file, int line) {
    return file + ":" + line;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static MappingNode mapping(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(true);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return mapping;
      }
      throw refused("job.file-not-keys", file.toString());
    } catch (NoSuchFileException e) {
      throw new RefusedException(Message.of("job.file-missing", file.toString()), e);
    } catch (IOException e) {
      throw new RefusedException(Message.of("job.file-unreadable", file.toString()), e);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RefusedException(
          Message.of("job.file-not-yaml", place(file, line), String.valueOf(e.getProblem())), e);
    }
  }

  private static RefusedException refused(String key, String... arguments) {
    return new RefusedException(Message.of(key, arguments));
  }
}
