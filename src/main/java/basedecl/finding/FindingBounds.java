package basedecl.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many findings of one file are listed: of each code the first {@value #LISTED}, and beyond
 * them the first of each employer, so that no refused employer is without its reason. The others
 * are counted, and the count is told by one finding an employer and code ({@link Reason#LEFT_OUT}).
 * Memory does not grow with the number of findings. One instance a file, one thread.
 */
public final class FindingBounds {

  /** Findings of a code that are listed whatever employer they concern. */
  public static final int LISTED = 1_000;

  /** Employers whose own first finding of a code is listed or counted apart. */
  private static final int EMPLOYERS = 10_000;

  private final Map<FindingCode, Integer> listed = new EnumMap<>(FindingCode.class);
  private final Map<FindingCode, Set<String>> employers = new EnumMap<>(FindingCode.class);
  private final Map<Kind, Long> leftOut = new LinkedHashMap<>();

  private record Kind(FindingCode code, String employer) {}

  /** Whether the finding is to be listed; if not, it is counted. */
  public boolean admits(Finding finding) {
    FindingCode code = finding.code();
    Set<String> known = employers.computeIfAbsent(code, c -> new HashSet<>());
    boolean firstOfEmployer = known.size() < EMPLOYERS && known.add(finding.employer());
    int before = listed.getOrDefault(code, 0);
    if (before < LISTED || firstOfEmployer) {
      listed.put(code, before + 1);
      return true;
    }
    String employer = known.contains(finding.employer()) ? finding.employer() : "";
    leftOut.merge(new Kind(code, employer), 1L, Long::sum);
    return false;
  }

  /** Those of {@code findings} that are to be listed. */
  public List<Finding> admitted(List<Finding> findings) {
    return findings.stream().filter(this::admits).toList();
  }

  /** What tells of the others: to be asked once, after the last finding. */
  public List<Finding> leftOut() {
    List<Finding> told = new ArrayList<>();
    leftOut.forEach(
        (kind, count) ->
            told.add(
                Finding.of(
                    kind.code(),
                    kind.employer(),
                    SourceCell.WHOLE_FILE,
                    Reason.LEFT_OUT,
                    Long.toString(count))));
    return told;
  }

  /** Whether the finding stands for others that were left out. */
  public static boolean isLeftOut(Finding finding) {
    return finding.reason().equals(Optional.of(Reason.LEFT_OUT));
  }

  /** How many findings there were, those left out of the list counted. */
  public static long count(Collection<Finding> findings) {
    return findings.stream()
        .mapToLong(f -> isLeftOut(f) ? Long.parseLong(f.arguments().get(0)) : 1)
        .sum();
  }

  /** The findings of a file within the bounds, with what tells of the others at their end. */
  public static List<Finding> of(List<Finding> findings) {
    FindingBounds bounds = new FindingBounds();
    List<Finding> all = new ArrayList<>(bounds.admitted(findings));
    all.addAll(bounds.leftOut());
    return all;
  }
}
