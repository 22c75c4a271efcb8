package basedecl.ledger.collection;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A batch.
 *
 * @param number counted from 1 within policy and year
 * @param period the last month it looks at
 * @param businessDate the day it stands for: late fees run to it
 */
public record CollectionBatch(int number, YearMonth period, LocalDate businessDate) {}
