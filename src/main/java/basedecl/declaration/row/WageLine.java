package basedecl.declaration.row;

import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;

/**
 * A person's checked line: the wage (or a retiree's pension) exactly as declared, yuan a month, and
 * the row it came from.
 */
public record WageLine(
    String name,
    DocumentKind documentKind,
    IdNumber idNumber,
    Money declaredWage,
    String remarks,
    String sheet,
    int row) {}
