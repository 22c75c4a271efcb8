package basedecl.desk.review;

import basedecl.declaration.procedure.Decision;
import basedecl.desk.page.Faults;
import basedecl.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * A decision as a form says it, on one declaration or on several.
 *
 * @param opinion what was written beside the grounds that were chosen
 */
record DecisionForm(Optional<Decision> decision, List<Ground> grounds, String opinion) {

  /** Characters that a text may have, as the forms of the web count them. */
  static final int LONGEST = 500;

  static final DecisionForm BLANK = new DecisionForm(Optional.empty(), List.of(), "");

  DecisionForm {
    grounds = List.copyOf(grounds);
  }

  static DecisionForm of(MultiValueMap<String, String> sent) {
    String word = Optional.ofNullable(sent.getFirst("decision")).orElse("");
    return new DecisionForm(
        Arrays.stream(Decision.values()).filter(each -> word(each).equals(word)).findFirst(),
        Ground.of(Optional.ofNullable(sent.get("ground")).orElse(List.of())),
        Optional.ofNullable(sent.getFirst("opinion")).orElse("").replace("\r\n", "\n").strip());
  }

  /** As a form names a decision. */
  static String word(Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }

  /** Says at each field what is wrong with it. */
  void check(Faults faults) {
    if (decision.isEmpty()) {
      faults.at("decision", Message.of("desk.review.choose"));
      return;
    }
    if (decision.get() != Decision.RETURN && !grounds.isEmpty()) {
      faults.at("grounds", Message.of("desk.review.grounds-without-return"));
    } else if (decision.get().needsOpinion() && text().isEmpty()) {
      faults.at(
          "opinion",
          Message.of(
              decision.get() == Decision.RETURN
                  ? "desk.review.why-returned"
                  : "desk.review.why-reopened"));
    }
    if (opinion.length() > LONGEST) {
      faults.at("opinion", Message.of("desk.review.too-long", Integer.toString(LONGEST)));
    }
  }

  /** What the employer reads; blanks and ends of lines in it are one blank each. */
  String text() {
    return Ground.opinion(grounds, opinion.replaceAll("\\s+", " "));
  }

  /** What a template shows again. */
  public boolean is(String word) {
    return decision.filter(each -> word(each).equals(word)).isPresent();
  }

  public boolean has(String word) {
    return grounds.stream().anyMatch(ground -> ground.word().equals(word));
  }
}
