/**
 * A proof of payment as a PDF to print or send, with a QR code that leads to where it is verified.
 * Start reading at {@link basedecl.report.proof.ProofPdf}.
 */
@NullMarked
package basedecl.report.proof;

import org.jspecify.annotations.NullMarked;
