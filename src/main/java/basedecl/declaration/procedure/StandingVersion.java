package basedecl.declaration.procedure;

/**
 * A version of an employer's declaration that stands: the one in force, or the one on its way to
 * take that one's place.
 *
 * @param declaration its number in the ledger
 * @param version counted from 1
 */
public record StandingVersion(long declaration, int version, DeclarationState state) {}
