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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One case of a file of cases: its values as they are written, so that no digit is lost. A case of
 * {@code rules/} names under {@code clause} what it proves, and a failing one says so.
 */
public record RuleCase(Map<String, String> values, Map<String, List<RuleCase>> lists) {

  /** The cases of a file, which is a list of mappings. */
  public static Stream<RuleCase> of(String file) {
    Path path = Path.of("src/test/resources/rules", file);
    try (Reader reader = Files.newBufferedReader(path)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      return cases(root).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each case of a file of {@code rules/}, named by its clause. */
  public static Stream<DynamicTest> tests(String file, Consumer<Map<String, String>> test) {
    return of(file)
        .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> test.accept(rule.values())));
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

  public List<RuleCase> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  @Override
  public String toString() {
    String name = values.getOrDefault("case", values.toString());
    return has("clause") ? get("clause") + "：" + name : name;
  }

  private static List<RuleCase> cases(Node node) {
    List<RuleCase> cases = new ArrayList<>();
    for (Node element : ((SequenceNode) node).getValue()) {
      Map<String, String> values = new LinkedHashMap<>();
      Map<String, List<RuleCase>> lists = new LinkedHashMap<>();
      for (NodeTuple tuple : ((MappingNode) element).getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        if (tuple.getValueNode() instanceof ScalarNode scalar) {
          values.put(key, scalar.getValue());
        } else {
          lists.put(key, cases(tuple.getValueNode()));
        }
      }
      cases.add(new RuleCase(values, lists));
    }
    return cases;
  }
}
