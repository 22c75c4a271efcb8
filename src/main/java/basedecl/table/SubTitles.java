package basedecl.table;

import basedecl.table.HeaderMatch.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of several columns under one title is meant, where their words leave no doubt. */
final class SubTitles {

  /** After the change, of this year, of medical insurance, the month's average (contract 4). */
  private static final Pattern MEANT =
      Pattern.compile("调整后|变更后|核定后|^新(?:基数|工资|缴费工资|标准)?$|本年|医疗|医保|月平均|月均");

  private static final Pattern SUM = Pattern.compile("^(合计|总计|总额|小计|共计)(\\(元\\))?$");

  /** Parts of a year: their sum is the year's, not a month's. */
  private static final Pattern PERIOD = Pattern.compile("季|半年|月|年");

  private SubTitles() {}

  static Optional<Candidate> meant(List<Candidate> candidates) {
    List<Candidate> meant =
        candidates.stream().filter(c -> MEANT.matcher(plain(c)).find()).toList();
    if (!meant.isEmpty()) {
      return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
    boolean periods = candidates.stream().anyMatch(c -> PERIOD.matcher(plain(c)).find());
    List<Candidate> sums = candidates.stream().filter(c -> SUM.matcher(plain(c)).find()).toList();
    return sums.size() == 1 && !periods ? Optional.of(sums.get(0)) : Optional.empty();
  }

  private static String plain(Candidate candidate) {
    return HeaderWords.normal(candidate.words());
  }
}
