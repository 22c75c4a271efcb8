package basedecl.declaration.staff;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 变动: how someone joins an employer or leaves it. */
public enum StaffChangeKind {
  NEW("新参保", true),
  STOPPED("停保", false),
  RETIRED("退休", false),
  MOVED_IN("转入", true),
  MOVED_OUT("转出", false);

  private final String title;
  private final boolean joins;

  StaffChangeKind(String title, boolean joins) {
    this.title = title;
    this.joins = joins;
  }

  /** Every kind by its word. */
  public static Map<String, StaffChangeKind> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(StaffChangeKind::title, Function.identity()));
  }

  /** All words, as a refusal names them. */
  public static String words() {
    return Arrays.stream(values()).map(StaffChangeKind::title).collect(Collectors.joining("、"));
  }

  public String title() {
    return title;
  }

  /** Whether the person counts from the month on; else it counts from that month on no longer. */
  public boolean joins() {
    return joins;
  }
}
