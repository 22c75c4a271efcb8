package basedecl.declaration.change;

/**
 * A change on record.
 *
 * @param nameBefore the employer's name when it was taken, as of the day before
 * @param agencyBefore its agency, likewise
 */
public record KeptChange(EmployerChange change, String nameBefore, String agencyBefore) {}
