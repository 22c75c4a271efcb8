package basedecl.declaration.change;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an employer changes. Those of one day take effect in this order, whatever the order of their
 * lines.
 */
public enum ChangeKind {
  /** 分立: another employer comes into being off it. */
  SPLIT("分立"),
  RENAMED("更名"),
  /** To another agency. */
  MOVED("变更经办机构"),
  /** 合并: into another employer, which takes over its arrears. */
  MERGED("合并"),
  CLOSED("注销");

  private final String title;

  ChangeKind(String title) {
    this.title = title;
  }

  /** The word of the table and of the sheets. */
  public String title() {
    return title;
  }

  /** Whether the employer is no more from then on. */
  public boolean isEnd() {
    return this == MERGED || this == CLOSED;
  }

  /** The kinds by their words. */
  public static Map<String, ChangeKind> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(ChangeKind::title, Function.identity()));
  }

  /** All words, as a refusal names them. */
  public static String titles() {
    return Arrays.stream(values()).map(ChangeKind::title).collect(Collectors.joining("、"));
  }
}
