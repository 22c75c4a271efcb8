package basedecl.declaration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes of one file that may mean one employer: its people would be divided, and either half would
 * pass for the whole.
 */
final class SimilarCodes {

  private SimilarCodes() {}

  /**
   * Codes that differ by leading zeros alone, which a numeric cell drops: each with the next such
   * code of the file.
   */
  static Map<String, String> differingByZeros(Collection<String> codes) {
    Map<String, List<String>> groups = new HashMap<>();
    for (String code : codes) {
      if (!code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
        groups.computeIfAbsent(withoutZeros(code), c -> new ArrayList<>()).add(code);
      }
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (List<String> group : groups.values()) {
      for (int i = 0; i < group.size() && group.size() > 1; i++) {
        pairs.put(group.get(i), group.get((i + 1) % group.size()));
      }
    }
    return pairs;
  }

  /**
   * The right codes from which an unknown one differs by one character mistyped, missing or added,
   * or by two neighbours exchanged: each with the first such unknown code.
   */
  static Map<String, String> mistyped(Collection<String> right, Collection<String> unknown) {
    Map<String, List<String>> near = new HashMap<>();
    if (!unknown.isEmpty()) {
      right.forEach(
          code ->
              shortened(code)
                  .forEach(form -> near.computeIfAbsent(form, f -> new ArrayList<>(1)).add(code)));
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String wrong : unknown) {
      for (String form : shortened(wrong)) {
        for (String code : near.getOrDefault(form, List.of())) {
          if (isOneSlipApart(code, wrong)) {
            pairs.putIfAbsent(code, wrong);
          }
        }
      }
    }
    return pairs;
  }

  private static String withoutZeros(String code) {
    int from = 0;
    while (from < code.length() - 1 && code.charAt(from) == '0') {
      from++;
    }
    return code.substring(from);
  }

  /** The code, and the code without each of its characters: any two a slip apart share one. */
  private static List<String> shortened(String code) {
    List<String> forms = new ArrayList<>(code.length() + 1);
    forms.add(code);
    for (int i = 0; i < code.length(); i++) {
      forms.add(code.substring(0, i) + code.substring(i + 1));
    }
    return forms;
  }

  private static boolean isOneSlipApart(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    String restOfShorter = shorter.substring(i);
    String restOfLonger = longer.substring(i);
    if (longer.length() > shorter.length()) {
      return restOfLonger.substring(1).equals(restOfShorter);
    }
    return restOfLonger.isEmpty()
        || restOfLonger.substring(1).equals(restOfShorter.substring(1))
        || isExchange(restOfLonger, restOfShorter);
  }

  private static boolean isExchange(String a, String b) {
    return a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.substring(2).equals(b.substring(2));
  }
}
