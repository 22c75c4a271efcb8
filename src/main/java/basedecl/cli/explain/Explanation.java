package basedecl.cli.explain;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An explanation as it grows: sentences for a person and the same facts as JSON. */
public final class Explanation {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Language language;
  private final ObjectNode facts;
  private final List<String> lines;
  private final String indent;

  public Explanation(Language language) {
    this(language, MAPPER.createObjectNode(), new ArrayList<>(), "");
  }

  private Explanation(Language language, ObjectNode facts, List<String> lines, String indent) {
    this.language = language;
    this.facts = facts;
    this.lines = lines;
    this.indent = indent;
  }

  /** A part of the explanation under {@code key}, its sentences further in. */
  public Explanation part(String key) {
    return new Explanation(language, facts.putObject(key), lines, indent + "  ");
  }

  /** One more of several parts under {@code key}. */
  public Explanation item(String key) {
    return new Explanation(language, facts.withArray(key).addObject(), lines, indent + "  ");
  }

  public Explanation say(String key, Object... words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = String.valueOf(words[i]);
    }
    lines.add(indent + words(key, texts));
    return this;
  }

  /** What is not as it should be and what to do: a line, and one of a list in JSON. */
  public Explanation notice(Message notice) {
    String text = notice.in(language);
    lines.add(indent + text);
    facts.withArray("notices").add(text);
    return this;
  }

  /** A sentence for use within another. */
  public String words(String key, String... words) {
    return Message.of("explain." + key, words).in(language);
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

  public List<String> lines() {
    return lines;
  }

  public String json() {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
  }

  public static String yuan(Optional<Money> amount) {
    return amount.map(Money::toString).orElse("—");
  }
}
