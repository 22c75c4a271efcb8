package basedecl.policy;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 险种 of a flexible worker: pension and medical insurance are chosen, billed and paid apart. */
public enum InsuranceKind {
  PENSION("养老", "pension"),
  MEDICAL("医疗", "medical");

  private final String title;
  private final String policyWord;

  InsuranceKind(String title, String policyWord) {
    this.title = title;
    this.policyWord = policyWord;
  }

  /** The word in workbooks. */
  public String title() {
    return title;
  }

  /** The last word of the name of its policies: {@code weifang-flexible-pension}. */
  public String policyWord() {
    return policyWord;
  }

  /** What may stand in the column 险种; the short title first. */
  public Stream<String> words() {
    return this == PENSION
        ? Stream.of(title, "养老保险", "基本养老保险", "职工养老", "企业职工基本养老保险", "职工基本养老保险")
        : Stream.of(title, "医疗保险", "基本医疗保险", "职工医疗", "职工基本医疗保险");
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
