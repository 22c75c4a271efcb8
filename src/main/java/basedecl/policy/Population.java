package basedecl.policy;

/** Whose declaration it is: staff in service with a wage, or retirees with a pension. */
public enum Population {
  EMPLOYEES,
  RETIREES
}
