package basedecl.policyfile;

import basedecl.policy.rule.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a configuration file whose keys are all known and each written once. */
final class Section {

  private static final String CITATION = "citation";
  private static final String PLACEHOLDER = "placeholder";

  private final SourceFile file;
  private final int line;
  private final Map<String, Node> values;

  private Section(SourceFile file, int line, Map<String, Node> values) {
    this.file = file;
    this.line = line;
    this.values = values;
  }

  static Section of(SourceFile file, MappingNode node, List<String> keys) {
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      int keyLine = YamlFile.line(tuple.getKeyNode().getStartMark());
      String key = keyText(file, tuple.getKeyNode(), keyLine);
      if (!keys.contains(key)) {
        throw unknownKey(file, keyLine, key, keys);
      }
      Integer first = lines.putIfAbsent(key, keyLine);
      if (first != null) {
        throw file.refusal("policy.duplicate-key", keyLine, key, first.toString());
      }
      values.put(key, tuple.getValueNode());
    }
    return new Section(file, YamlFile.line(node.getStartMark()), values);
  }

  private static String keyText(SourceFile file, Node node, int line) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw file.refusal("policy.key-not-a-word", line);
  }

  private static RuntimeException unknownKey(
      SourceFile file, int line, String key, List<String> keys) {
    String allowed = String.join(", ", keys);
    return Spelling.nearest(key, keys)
        .map(near -> file.refusal("policy.unknown-key-near", line, key, near, allowed))
        .orElseGet(() -> file.refusal("policy.unknown-key", line, key, allowed));
  }

  SourceFile file() {
    return file;
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  Scalar required(String key) {
    return optional(key).orElseThrow(() -> file.refusal("policy.missing-key", lineOf(key), key));
  }

  Optional<Scalar> optional(String key) {
    return value(key).map(node -> scalar(key, node));
  }

  /** Whether a single value stands under {@code key}, neither a mapping nor a list. */
  boolean isSingle(String key) {
    return value(key).filter(ScalarNode.class::isInstance).isPresent();
  }

  /** The list of mappings under {@code key}; empty where the key is left out. */
  List<Section> sections(String key, List<String> keys) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return elements(key, value.get()).stream().map(n -> section(key, n, keys)).toList();
  }

  /** One mapping or a list of them. */
  List<Section> oneOrMore(String key, List<String> keys) {
    return value(key)
        .filter(MappingNode.class::isInstance)
        .map(node -> List.of(section(key, node, keys)))
        .orElseGet(() -> sections(key, keys));
  }

  Optional<Section> section(String key, List<String> keys) {
    return value(key).map(node -> section(key, node, keys));
  }

  /** The list of single values under {@code key}; empty where the key is left out. */
  List<Scalar> scalars(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return elements(key, value.get()).stream().map(n -> scalar(key, n)).toList();
  }

  /** The citation no dated value may lack, with the mark of a placeholder. */
  Citation citation() {
    Scalar citation =
        optional(CITATION).orElseThrow(() -> file.refusal("policy.missing-citation", line));
    if (citation.text().isBlank()) {
      throw file.refusal("policy.missing-citation", citation.line());
    }
    return new Citation(citation.text().strip(), placeholder());
  }

  boolean placeholder() {
    return optional(PLACEHOLDER).map(Scalar::flag).orElse(false);
  }

  /** A value that is there; {@code key:} with nothing behind it counts as left out. */
  private Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(node -> !Tag.NULL.equals(node.getTag()));
  }

  int lineOf(String key) {
    Node node = values.get(key);
    return node == null ? line : YamlFile.line(node.getStartMark());
  }

  private List<Node> elements(String key, Node node) {
    if (node instanceof SequenceNode sequence) {
      return new ArrayList<>(sequence.getValue());
    }
    throw file.refusal("policy.not-a-list", YamlFile.line(node.getStartMark()), key);
  }

  private Section section(String key, Node node, List<String> keys) {
    if (node instanceof MappingNode mapping) {
      return of(file, mapping, keys);
    }
    throw file.refusal(
        "policy.entry-not-a-mapping",
        YamlFile.line(node.getStartMark()),
        key,
        String.join(", ", keys));
  }

  private Scalar scalar(String key, Node node) {
    int valueLine = YamlFile.line(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return new Scalar(file, valueLine, key, scalar.getValue());
    }
    throw file.refusal("policy.not-a-single-value", valueLine, key);
  }
}
