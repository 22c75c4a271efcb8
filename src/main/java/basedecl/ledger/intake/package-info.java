/**
 * What a run takes in, out of sight until it is published: files, declarations, people, findings.
 * Start reading at {@link basedecl.ledger.intake.StagingLedger}.
 */
@NullMarked
package basedecl.ledger.intake;

import org.jspecify.annotations.NullMarked;
