package basedecl.report.explain;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as it grows: sentences for a person and the same facts as JSON. */
public final class Explanation {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final String NOTICE = "notice";

  private final Language language;
  private final ObjectNode facts;
  private final List<Said> said;
  private final int depth;

  public Explanation(Language language) {
    this(language, MAPPER.createObjectNode(), new ArrayList<>(), 0);
  }

  private Explanation(Language language, ObjectNode facts, List<Said> said, int depth) {
    this.language = language;
    this.facts = facts;
    this.said = said;
    this.depth = depth;
  }

  /**
   * A sentence.
   *
   * @param key by which it is found among the sentences, without their common beginning
   * @param depth how far within other parts it stands, from 0
   */
  public record Said(String key, int depth, String text) {

    /** Whether it tells what is not as it should be. */
    public boolean isNotice() {
      return key.equals(NOTICE);
    }

    private String line() {
      return "  ".repeat(depth) + text;
    }
  }

  /** A part of the explanation under {@code key}, its sentences further in. */
  public Explanation part(String key) {
    return new Explanation(language, facts.putObject(key), said, depth + 1);
  }

  /** One more of several parts under {@code key}. */
  public Explanation item(String key) {
    return new Explanation(language, facts.withArray(key).addObject(), said, depth + 1);
  }

  public Explanation say(String key, Object... words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = String.valueOf(words[i]);
    }
    said.add(new Said(key, depth, words(key, texts)));
    return this;
  }

  /** A message in the reader's language. */
  public String text(Message message) {
    return message.in(language);
  }

  /** What is not as it should be and what to do: a line, and one of a list in JSON. */
  public Explanation notice(Message notice) {
    String text = notice.in(language);
    said.add(new Said(NOTICE, depth, text));
    facts.withArray("notices").add(text);
    return this;
  }

  /** A sentence for use within another. */
  public String words(String key, String... words) {
    return Message.of("explain." + key, words).in(language);
  }

  public String state(DeclarationState state) {
    return words("state." + state.name());
  }

  public Explanation put(String key, String value) {
    facts.put(key, value);
    return this;
  }

  public Explanation put(String key, long value) {
    facts.put(key, value);
    return this;
  }

  public Explanation put(String key, boolean value) {
    facts.put(key, value);
    return this;
  }

  public Explanation put(String key, BigDecimal value) {
    facts.put(key, value);
    return this;
  }

  public Explanation put(String key, Money value) {
    facts.put(key, value.amount());
    return this;
  }

  public Explanation put(String key, Optional<Money> value) {
    facts.put(key, value.map(Money::amount).orElse(null));
    return this;
  }

  /** What was said, in order. */
  public List<Said> said() {
    return List.copyOf(said);
  }

  /** What was said as lines of a text, parts further in. */
  public List<String> lines() {
    return said.stream().map(Said::line).toList();
  }

  /** The facts of each part under {@code key}, as they are written in JSON; none for no value. */
  public List<Map<String, String>> items(String key) {
    List<Map<String, String>> items = new ArrayList<>();
    for (JsonNode item : facts.path(key)) {
      Map<String, String> values = new LinkedHashMap<>();
      item.properties()
          .forEach(
              each -> {
                if (each.getValue().isValueNode() && !each.getValue().isNull()) {
                  values.put(each.getKey(), each.getValue().asString());
                }
              });
      items.add(values);
    }
    return items;
  }

  public String json() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
  }

  public static String yuan(Optional<Money> amount) {
    return amount.map(Money::toString).orElse("—");
  }
}
