package basedecl.answer.template;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a blank declaration is filled in: the words of its page 填表说明, for whoever shows them
 * elsewhere.
 *
 * @param sentences each begins with its number
 */
public record TemplateInstructions(List<String> sentences, List<Column> columns) {

  public TemplateInstructions {
    sentences = List.copyOf(sentences);
    columns = List.copyOf(columns);
  }

  /**
   * @param example empty where nothing is typed
   */
  public record Column(String title, boolean required, String example, String how) {}

  public static TemplateInstructions of(Population population, Language language) {
    return new TemplateInstructions(
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> "template.instructions." + population.name() + "." + number)
            .takeWhile(Message::isKnown)
            .map(key -> Message.of(key).in(language))
            .toList(),
        TemplateWorkbookColumn.of(population).stream()
            .map(
                column ->
                    new Column(
                        column.title(),
                        column.isRequired(population),
                        column.example(),
                        Message.of("template.hint." + column.name()).in(language)))
            .toList());
  }
}
