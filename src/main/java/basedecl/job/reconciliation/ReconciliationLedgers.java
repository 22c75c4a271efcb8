package basedecl.job.reconciliation;

import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.collection.ReceiptLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;

/** The parts of the ledger that receipts are set against, and those they go into. */
record ReconciliationLedgers(
    CollectionLedger batches,
    ReceiptLedger receipts,
    PaymentLedger payments,
    AgencyDecisionLedger decisions,
    StagingLedger staging) {}
