package basedecl.desk.review;

import basedecl.message.Language;
import basedecl.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a declaration is returned, to choose from; its words are those of the messages. What the
 * ledger keeps and the employer reads is Chinese, whatever language the reviewer reads.
 */
enum Ground {
  SEAL,
  PLEDGE,
  SIGNATURES,
  UNREADABLE,
  PAGES,
  NUMBER,
  TOTALS,
  PEOPLE;

  private static final String BETWEEN = "；";

  /** As a form names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Message title() {
    return Message.of("desk.review.ground." + name());
  }

  static List<Ground> of(List<String> words) {
    return Arrays.stream(values()).filter(each -> words.contains(each.word())).toList();
  }

  /** The opinion that follows from what was chosen and what was written. */
  static String opinion(List<Ground> chosen, String written) {
    return Stream.concat(
            chosen.stream().map(each -> each.title().in(Language.ZH)), Stream.of(written.strip()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(BETWEEN));
  }
}
