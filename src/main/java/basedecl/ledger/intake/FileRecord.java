package basedecl.ledger.intake;

import basedecl.declaration.procedure.Verdict;
import basedecl.money.Money;
import java.util.List;

/**
 * One line of the receipts: what a file, or one employer's part of it, came to in this run.
 *
 * @param employer empty for a file refused as a whole
 * @param version 0 where no version was given
 * @param codes the codes of its findings, each once
 */
public record FileRecord(
    String file,
    String sha256,
    Verdict verdict,
    String employer,
    int version,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    Money declaredTotal,
    Money baseTotal,
    List<String> codes) {}
