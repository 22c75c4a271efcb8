package basedecl.account;

import basedecl.message.Message;

/** What the record of events tells of. The names stand in the ledger and are never changed. */
public enum EventKind {
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  SECOND_FACTOR_FAILED,
  SECOND_FACTOR_ENROLLED,
  SECOND_FACTOR_REMOVED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  /** One-time codes made for somebody who pays alone. */
  CODES_MADE,
  ACCOUNT_ADDED,
  ACCOUNT_LOCKED,
  ACCOUNT_UNLOCKED,
  /** A page or an object that the account may not see. */
  ACCESS_REFUSED,
  /** Personal data on a page. */
  LOOKED_AT,
  /** A whole identity number shown on demand. */
  NUMBER_REVEALED,
  DOWNLOADED,
  CHECKED,
  DRAFT_SAVED,
  SUBMITTED,
  MATERIAL_UPLOADED,
  CONFIRMED,
  DECIDED,
  OUTCOME_RECORDED,
  ELECTED,
  JOB_STARTED,
  JOB_STOPPED,
  /** A file for jobs, by its number. */
  FILE_UPLOADED,
  FILE_DELETED,
  RECORD_LOOKED_AT,
  /** Whether a proof of payment stands, asked by whoever holds it in hand. */
  PROOF_VERIFIED;

  /** Its title in the reader's language. */
  public Message title() {
    return Message.of("account.event." + name());
  }
}
