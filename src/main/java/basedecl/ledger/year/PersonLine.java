package basedecl.ledger.year;

import basedecl.money.Money;
import basedecl.person.IdNumber;

/** Who stands in a line of a declaration, on what wage and base, and where the line came from. */
public interface PersonLine {

  int line();

  String name();

  IdNumber idNumber();

  Money declaredWage();

  Money base();

  boolean atLower();

  String sheet();

  int row();
}
