package basedecl.assessment.collection;

import basedecl.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets what came back against what was asked for, line by line (对账). A receipt belongs to the line
 * of its batch, employer and month and to no other. What is open is asked once for an employer and
 * month: all that its lines asked for, less all that was paid towards it, whatever line the money
 * names. So a correction downwards and a payment without a batch leave less open. Money pays the
 * oldest lines first.
 */
public final class Reconciliation {

  private record Line(int batch, EmployerMonth key) {}

  private Reconciliation() {}

  /**
   * @param lines of all batches, by batch and what each asked for
   * @param receipts of these lines
   * @param paid what is on record as paid towards each month's due, late fees apart
   * @return in order of batch, employer and month
   */
  public static List<LineAccount> of(
      Collection<Asked> lines, Collection<Receipt> receipts, Map<EmployerMonth, Money> paid) {
    Map<Line, List<Receipt>> came = new HashMap<>();
    Map<EmployerMonth, Money> open = new HashMap<>();
    lines.forEach(line -> open.merge(line.key(), line.figures().total(), Money::plus));
    paid.forEach((key, amount) -> open.computeIfPresent(key, (k, rest) -> rest.minus(amount)));
    for (Receipt receipt : receipts) {
      came.computeIfAbsent(new Line(receipt.batch(), receipt.key()), line -> new ArrayList<>())
          .add(receipt);
      open.computeIfPresent(receipt.key(), (key, rest) -> rest.minus(receipt.lateFee()));
    }
    came.values()
        .forEach(
            each -> each.sort(Comparator.comparing(Receipt::on).thenComparing(Receipt::serial)));
    Map<EmployerMonth, List<Asked>> ofMonth = new TreeMap<>();
    lines.forEach(line -> ofMonth.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line));
    List<LineAccount> accounts = new ArrayList<>();
    ofMonth.forEach(
        (key, asked) -> accounts.addAll(accounts(asked, came, open.getOrDefault(key, Money.ZERO))));
    accounts.sort(Comparator.comparingInt(LineAccount::batch).thenComparing(LineAccount::key));
    return accounts;
  }

  /** What a line of a batch asks for. */
  public record Asked(int batch, EmployerMonth key, Collected figures) {}

  private static List<LineAccount> accounts(
      List<Asked> lines, Map<Line, List<Receipt>> came, Money openOfMonth) {
    List<Asked> newestFirst = new ArrayList<>(lines);
    newestFirst.sort(Comparator.comparingInt(Asked::batch).reversed());
    Money left = openOfMonth.max(Money.ZERO);
    List<LineAccount> accounts = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Asked asked = newestFirst.get(i);
      LineAccount whole =
          new LineAccount(
              asked.batch(),
              asked.key(),
              asked.figures(),
              came.getOrDefault(new Line(asked.batch(), asked.key()), List.of()),
              Money.ZERO);
      Money rest = Money.ZERO.minus(whole.difference()).max(Money.ZERO);
      // Money that came and was given back by other papers is missing from the oldest line.
      Money open = i == newestFirst.size() - 1 ? left : rest.min(left);
      left = left.minus(open);
      accounts.add(
          new LineAccount(whole.batch(), whole.key(), whole.asked(), whole.receipts(), open));
    }
    return accounts;
  }
}
