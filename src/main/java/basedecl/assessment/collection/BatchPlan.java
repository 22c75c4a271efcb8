package basedecl.assessment.collection;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch holds: of every employer and month up to {@code upTo} (inclusive) the difference
 * between what is owed and what was sent, so that all batches together always come to what is owed.
 * A month that was never sent is sent whole.
 *
 * <p>A late fee that still grows makes no batch by itself, or there were one every day: it goes
 * with the next batch that is made for another reason. One that stands, since the month is paid,
 * makes one.
 *
 * @param lateFees whether late fees are sent; where not, what was sent of them before stays
 */
public record BatchPlan(YearMonth upTo, boolean lateFees) {

  /** The lines in order of employer and month; none where nothing makes a batch. */
  public List<BatchLine> lines(Collection<Claim> claims, Map<EmployerMonth, Sent> sent) {
    List<BatchLine> lines = new ArrayList<>();
    Set<EmployerMonth> claimed = new HashSet<>();
    boolean isBatch = false;
    for (Claim claim : claims) {
      claimed.add(claim.key());
      BatchLine line = line(claim, sent);
      if (claim.figures().isPresent() && !line.before().equals(line.after())) {
        lines.add(line);
        isBatch |= line.cause() != Cause.LATE_FEE || !claim.growing();
      }
    }
    List<BatchLine> ended = ended(claimed, sent);
    lines.addAll(ended);
    lines.sort(Comparator.comparing(BatchLine::key));
    return isBatch || !ended.isEmpty() ? List.copyOf(lines) : List.of();
  }

  private BatchLine line(Claim claim, Map<EmployerMonth, Sent> sent) {
    Sent known = sent.get(claim.key());
    Collected before = known == null ? Collected.NOTHING : known.figures();
    Collected after = kept(claim.figures().orElse(before), before);
    Cause cause = known == null ? first(claim) : cause(claim, known, after);
    return new BatchLine(claim.key(), claim.basis(), cause, before, after);
  }

  private Collected kept(Collected now, Collected before) {
    return lateFees ? now : now.withLateFee(before.lateFee());
  }

  private static Cause first(Claim claim) {
    return claim.basis().isImputed() ? Cause.IMPUTED : Cause.DECLARED;
  }

  private static Cause cause(Claim claim, Sent known, Collected after) {
    if (after.hasSamePrincipal(known.figures())) {
      return Cause.LATE_FEE;
    }
    if (claim.basis().isImputed()) {
      return Cause.IMPUTED;
    }
    if (known.basis().isImputed()) {
      return Cause.DECLARED_SINCE;
    }
    if (!claim.basis().equals(known.basis())) {
      return claim.assessed() ? Cause.ASSESSED : Cause.CORRECTED;
    }
    return after.persons() == known.figures().persons() ? Cause.LIMITS : Cause.STAFF;
  }

  /** Months that were sent and of which nothing is owed any more. */
  private List<BatchLine> ended(Set<EmployerMonth> claimed, Map<EmployerMonth, Sent> sent) {
    List<BatchLine> ended = new ArrayList<>();
    sent.forEach(
        (key, known) -> {
          Collected after = kept(Collected.NOTHING, known.figures());
          boolean isOpen = !claimed.contains(key) && !key.period().isAfter(upTo);
          if (isOpen && !after.equals(known.figures())) {
            ended.add(new BatchLine(key, known.basis(), Cause.ENDED, known.figures(), after));
          }
        });
    return ended;
  }
}
