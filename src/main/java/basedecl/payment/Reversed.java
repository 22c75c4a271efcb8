package basedecl.payment;

import basedecl.money.Money;

/**
 * What a reversal undid of a payment.
 *
 * @param amount above zero, no more than the payment
 */
public record Reversed(Movement payment, Movement reversal, Money amount) {}
