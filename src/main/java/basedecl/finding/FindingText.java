package basedecl.finding;

import basedecl.message.Language;
import basedecl.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a finding: what is wrong, what to do, where the rule stands. They are kept in {@code
 * messages-finding*.properties} under {@code finding.CODE}, {@code finding.CODE.remedy} and {@code
 * finding.CODE.source}.
 *
 * <p>Where a finding has a {@link Reason}, its phrase stands under {@code finding.reason.WORD} and
 * may use the arguments; the sentence of the code has the phrase before the arguments. The argument
 * of a file's reason is the limit that it passes. A finding with neither reason nor arguments uses
 * {@code finding.CODE.bare} where there is one.
 */
public final class FindingText {

  /**
   * Where the limit stands among the arguments of {@code FILE_TOO_LARGE} in older ledgers, behind
   * the phrase in both languages.
   */
  private static final int OLDER_LIMIT = 2;

  private FindingText() {}

  /** What is wrong, in one sentence. */
  public static String sentence(Finding finding, Language language) {
    String key = "finding." + finding.code().name();
    List<String> arguments = finding.arguments();
    if (finding.reason().isEmpty()) {
      String bare = key + ".bare";
      boolean useBare = arguments.isEmpty() && Message.isKnown(bare);
      return new Message(useBare ? bare : key, arguments).in(language);
    }
    Reason reason = finding.reason().get();
    String phrase = new Message(key(reason), arguments).in(language);
    if (reason == Reason.LEFT_OUT) {
      return phrase;
    }
    List<String> words = new ArrayList<>(arguments);
    words.add(0, withLimit(finding, phrase, language));
    return new Message(key, words).in(language);
  }

  private static String withLimit(Finding finding, String phrase, Language language) {
    List<String> arguments = finding.arguments();
    int limit = arguments.size() > 1 ? OLDER_LIMIT : 0;
    return finding.code() == FindingCode.FILE_TOO_LARGE && arguments.size() > limit
        ? Message.of("finding.limited", phrase, arguments.get(limit)).in(language)
        : phrase;
  }

  /** What to do about it; that of the reason where the reason has its own. */
  public static String remedy(Finding finding, Language language) {
    String key =
        finding
            .reason()
            .map(reason -> key(reason) + ".remedy")
            .filter(Message::isKnown)
            .orElse("finding." + finding.code().name() + ".remedy");
    return new Message(key, finding.arguments()).in(language);
  }

  private static String key(Reason reason) {
    return "finding.reason." + reason.word();
  }

  /** The rule behind it: the standard, the notice, or the agreed form of declarations. */
  public static String source(FindingCode code, Language language) {
    return Message.of("finding." + code.name() + ".source").in(language);
  }

  /** 错误, 警告 or 提示. */
  public static String severity(Severity severity, Language language) {
    return Message.of("finding.severity." + severity.name()).in(language);
  }
}
