package basedecl.declaration.procedure;

/**
 * The version of an employer's declaration that holds now.
 *
 * @param declaration its number in the ledger
 * @param version counted from 1
 */
public record CurrentVersion(long declaration, int version, DeclarationState state) {}
