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
 * <p>The first argument of a finding may be a token such as {@code html} or {@code id-form}; its
 * phrase stands under {@code finding.kind.TOKEN} and may use the other arguments; the second of a
 * file's arguments is the limit that it passes. A finding without arguments uses {@code
 * finding.CODE.bare} where there is one.
 */
public final class FindingText {

  /**
   * Where the limit stands among the arguments of {@code FILE_TOO_LARGE}. Findings in older ledgers
   * have the phrase in both languages before it.
   */
  private static final int LIMIT = 1;

  private static final int OLDER_LIMIT = 3;

  /**
   * The first argument of a finding that stands for others of its code, left out of a list; the
   * second is their number.
   */
  public static final String LEFT_OUT = "left-out";

  private FindingText() {}

  /** What is wrong, in one sentence. */
  public static String sentence(Finding finding, Language language) {
    String key = "finding." + finding.code().name();
    List<String> arguments = finding.arguments();
    if (arguments.isEmpty()) {
      String bare = key + ".bare";
      return Message.of(Message.isKnown(bare) ? bare : key).in(language);
    }
    if (arguments.get(0).equals(LEFT_OUT)) {
      return new Message("finding.kind.left-out", arguments).in(language);
    }
    String token = "finding.kind." + arguments.get(0);
    if (!Message.isKnown(token)) {
      return new Message(key, arguments).in(language);
    }
    List<String> resolved = new ArrayList<>(arguments);
    resolved.set(
        0, phrase(finding.code(), new Message(token, arguments).in(language), arguments, language));
    return new Message(key, resolved).in(language);
  }

  private static String phrase(
      FindingCode code, String phrase, List<String> arguments, Language language) {
    int limit = arguments.size() > LIMIT + 1 ? OLDER_LIMIT : LIMIT;
    return code == FindingCode.FILE_TOO_LARGE && arguments.size() > limit
        ? Message.of("finding.kind.limited", phrase, arguments.get(limit)).in(language)
        : phrase;
  }

  /**
   * What to do about it; {@code finding.kind.TOKEN.remedy} where the first argument has its own.
   */
  public static String remedy(Finding finding, Language language) {
    String key = "finding." + finding.code().name() + ".remedy";
    String own =
        finding.arguments().isEmpty()
            ? key
            : "finding.kind." + finding.arguments().get(0) + ".remedy";
    return new Message(Message.isKnown(own) ? own : key, finding.arguments()).in(language);
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
