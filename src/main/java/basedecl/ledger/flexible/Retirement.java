package basedecl.ledger.flexible;

import java.time.YearMonth;

/**
 * A person's retirement as a list of the retired has it.
 *
 * @param name empty where the list has none
 */
public record Retirement(String name, YearMonth month) {}
