package basedecl.declaration.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.yaml.snakeyaml.Yaml;

/** The cases that an official can read, one YAML list a file under {@code rules/}. */
public final class RuleCases {

  private RuleCases() {}

  public static Stream<DynamicTest> of(String file, Consumer<Map<String, String>> test) {
    List<Map<String, Object>> cases;
    try (InputStream yaml =
        Objects.requireNonNull(RuleCases.class.getResourceAsStream("/rules/" + file))) {
      cases = new Yaml().load(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream()
        .map(RuleCases::texts)
        .map(c -> DynamicTest.dynamicTest(c.getOrDefault("case", ""), () -> test.accept(c)));
  }

  private static Map<String, String> texts(Map<String, Object> rule) {
    return rule.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }
}
