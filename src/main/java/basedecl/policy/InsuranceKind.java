package basedecl.policy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 险种 of those who pay alone: each is chosen, billed and paid apart. Flexible workers choose a base
 * of pension and medical insurance; residents an amount for the year, and another one where their
 * region has a supplementary pension (Shanxi).
 */
public enum InsuranceKind {
  PENSION("养老", "flexible-pension", "养老保险 基本养老保险 职工养老 企业职工基本养老保险 职工基本养老保险"),
  MEDICAL("医疗", "flexible-medical", "医疗保险 基本医疗保险 职工医疗 职工基本医疗保险"),
  RESIDENT("居民养老", "resident-pension", "居民养老保险 居民基本养老保险 城乡居民养老 城乡居民基本养老保险"),
  SUPPLEMENT("补充养老", "resident-pension", "补充养老保险 居民补充养老 居民补充养老保险");

  private final String title;
  private final String policyEnd;
  private final String otherWords;

  InsuranceKind(String title, String policyEnd, String otherWords) {
    this.title = title;
    this.policyEnd = policyEnd;
    this.otherWords = otherWords;
  }

  /** The word in workbooks. */
  public String title() {
    return title;
  }

  /** The last word of the name of its policies: {@code weifang-flexible-pension}. */
  public String policyWord() {
    return policyEnd.substring(policyEnd.lastIndexOf('-') + 1);
  }

  /** How the names of its policies end, after the region. */
  public String policyEnd() {
    return policyEnd;
  }

  /** Under which title policies list its yearly amounts; empty where a base is chosen. */
  public Optional<String> tierTitle() {
    return switch (this) {
      case RESIDENT -> Optional.of("基本养老保险");
      case SUPPLEMENT -> Optional.of("补充养老保险");
      default -> Optional.empty();
    };
  }

  /** What may stand in the column 险种; the short title first. */
  public Stream<String> words() {
    return Stream.of((title + " " + otherWords).split(" ", -1));
  }

  /** Every word with the kind it stands for. */
  public static Map<String, InsuranceKind> byWord(Iterable<InsuranceKind> kinds) {
    return java.util.stream.StreamSupport.stream(kinds.spliterator(), false)
        .flatMap(kind -> kind.words().map(word -> Map.entry(word, kind)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The kinds' words as a refusal names them: {@code 养老、医疗}. */
  public static String titles(Collection<InsuranceKind> kinds) {
    return kinds.stream().map(InsuranceKind::title).collect(Collectors.joining("、"));
  }
}
