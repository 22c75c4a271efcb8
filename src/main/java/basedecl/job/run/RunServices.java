package basedecl.job.run;

import basedecl.settings.JobSettings;

/**
 * What a run gives each of its steps: what it was asked, what it stands on, where its outputs go,
 * what its operator is told, and how far it is. The parts of the ledger a step names itself.
 */
public record RunServices(
    JobSettings settings,
    RunContext context,
    Outputs outputs,
    RunSummary summary,
    Progress progress) {}
