package basedecl.rules;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One case of a file of cases: its values as they are written, so that no digit is lost. */
public record RuleCases(Map<String, String> values, Map<String, List<RuleCases>> lists) {

  /** The cases of a file, which is a list of mappings. */
  public static Stream<RuleCases> of(String file) {
    Path path = Path.of("src/test/resources/rules", file);
    try (Reader reader = Files.newBufferedReader(path)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      return cases(root).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String get(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The case has no " + key + ": " + values);
    }
    return value;
  }

  public String get(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public int number(String key) {
    return Integer.parseInt(get(key));
  }

  public List<RuleCases> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  @Override
  public String toString() {
    return values.getOrDefault("case", values.toString());
  }

  private static List<RuleCases> cases(Node node) {
    List<RuleCases> cases = new ArrayList<>();
    for (Node element : ((SequenceNode) node).getValue()) {
      Map<String, String> values = new LinkedHashMap<>();
      Map<String, List<RuleCases>> lists = new LinkedHashMap<>();
      for (NodeTuple tuple : ((MappingNode) element).getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        if (tuple.getValueNode() instanceof ScalarNode scalar) {
          values.put(key, scalar.getValue());
        } else {
          lists.put(key, cases(tuple.getValueNode()));
        }
      }
      cases.add(new RuleCases(values, lists));
    }
    return cases;
  }
}
