package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One YAML document as nodes, so that each value keeps its line and its digits. Anchors, aliases
 * and tags have no use in a policy and are refused before anything is put together.
 */
final class YamlFile {

  private static final int MAX_NESTING = 20;

  private YamlFile() {}

  /** The document's top mapping, which may hold {@code keys} and no others. */
  static Section read(SourceFile file, List<String> keys) {
    String text = file.text();
    try {
      for (Event event : yaml().parse(new StringReader(text))) {
        refuseTricks(file, event);
      }
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        throw new RefusedException(Message.of("policy.empty-file", file.name()));
      }
      if (root instanceof MappingNode mapping) {
        return Section.of(file, mapping, keys);
      }
      throw file.refusal("policy.not-a-mapping", line(root.getStartMark()), file.stem());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : line(e.getProblemMark());
      throw new RefusedException(
          Message.of(
              "policy.syntax", file.name(), Integer.toString(line), String.valueOf(e.getProblem())),
          e);
    } catch (YAMLException e) {
      throw new RefusedException(
          Message.of("policy.syntax", file.name(), "1", String.valueOf(e.getMessage())), e);
    }
  }

  static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MAX_NESTING);
    options.setAllowRecursiveKeys(false);
    return new Yaml(options);
  }

  private static void refuseTricks(SourceFile file, Event event) {
    if (event instanceof AliasEvent alias) {
      throw file.refusal("policy.yaml-trick", line(event.getStartMark()), "*" + alias.getAnchor());
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw file.refusal("policy.yaml-trick", line(event.getStartMark()), "&" + node.getAnchor());
    }
    String tag = null;
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (event instanceof MappingStartEvent mapping) {
      tag = mapping.getTag();
    } else if (event instanceof SequenceStartEvent sequence) {
      tag = sequence.getTag();
    }
    if (tag != null) {
      throw file.refusal("policy.yaml-trick", line(event.getStartMark()), tag);
    }
  }
}
