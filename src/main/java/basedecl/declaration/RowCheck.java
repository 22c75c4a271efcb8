package basedecl.declaration;

/** Checks one row by itself: every finding of the row in one pass. */
public interface RowCheck {

  RowOutcome check(RawRow row);
}
