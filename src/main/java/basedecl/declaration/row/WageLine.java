package basedecl.declaration.row;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;

/**
 * A person's checked line: the wage (or a retiree's pension) exactly as declared, yuan a month, and
 * the row it came from.
 *
 * @param months those that count, as the row states them
 */
public record WageLine(
    String name,
    DocumentKind documentKind,
    IdNumber idNumber,
    Money declaredWage,
    MonthsInService months,
    String remarks,
    String sheet,
    int row) {}
