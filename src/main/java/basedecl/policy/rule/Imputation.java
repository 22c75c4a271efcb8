package basedecl.policy.rule;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An employer that declared nothing is assessed at this multiple of its last month's amount (Social
 * Insurance Law art. 62: {@code 1.10}).
 */
public record Imputation(LocalDate from, BigDecimal factor, Citation citation) {}
