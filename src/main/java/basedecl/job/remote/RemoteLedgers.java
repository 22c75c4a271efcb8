package basedecl.job.remote;

import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.remote.CallLedger;
import basedecl.ledger.remote.PieceLedger;
import basedecl.ledger.remote.WorkerLedger;

/** The parts of the ledger that a run and its workers share. */
record RemoteLedgers(
    CallLedger calls,
    PieceLedger pieces,
    WorkerLedger workers,
    IntakeLedger intake,
    StagingLedger staging) {}
