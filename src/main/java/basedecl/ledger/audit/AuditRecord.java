package basedecl.ledger.audit;

import java.time.LocalDate;

/**
 * A signal as an audit found it.
 *
 * @param signal its stable word
 * @param version of the declaration it was found at
 * @param value the employer's figure in words
 * @param threshold the figure it reached, in words
 * @param firstDate the day it stood first without a break since
 */
public record AuditRecord(
    String employerCode,
    String employerName,
    String signal,
    long declarationId,
    int version,
    String value,
    String threshold,
    LocalDate firstDate) {

  /** What tells a signal from every other of its year. */
  public String key() {
    return employerCode + '\n' + signal;
  }

  AuditRecord since(LocalDate day) {
    return new AuditRecord(
        employerCode, employerName, signal, declarationId, version, value, threshold, day);
  }
}
