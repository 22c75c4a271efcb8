package basedecl.policyfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists of dated values: in order of their dates, none of them given twice. */
final class DatedValues {

  private DatedValues() {}

  /**
   * The entries as values.
   *
   * @param key the list's key, for the message
   * @param date what may stand only once; also the order
   */
  static <T, D extends Comparable<? super D>> List<T> read(
      String key, List<Section> entries, Function<Section, T> value, Function<T, D> date) {
    Map<D, Integer> lines = new HashMap<>();
    List<T> values = new ArrayList<>();
    for (Section entry : entries) {
      T read = value.apply(entry);
      D at = date.apply(read);
      Integer first = lines.putIfAbsent(at, entry.line());
      if (first != null) {
        throw entry
            .file()
            .refusal("policy.dated-twice", entry.line(), key, at.toString(), first.toString());
      }
      values.add(read);
    }
    values.sort(Comparator.comparing(date));
    return List.copyOf(values);
  }
}
