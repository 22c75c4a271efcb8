package basedecl.payment;

import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What an employer paid on one day towards one month's due, yuan, above zero. {@code serial}: the
 * bank's or the tax office's number of the payment (流水号).
 */
public record EmployerPayment(
    String employerCode,
    YearMonth period,
    LocalDate paidOn,
    Money amount,
    Optional<String> serial) {}
