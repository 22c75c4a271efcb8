package basedecl.job.intake;

import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger.NumberedFinding;
import java.util.List;
import java.util.Optional;

/**
 * What a slice comes to. With the last one of a file: its declarations, the declarations whose
 * people stored earlier must go again, and the file's counts.
 */
public record AssessedRows(
    long fileId,
    List<StagedPerson> people,
    List<NumberedFinding> findings,
    List<StagedDeclaration> declarations,
    List<Long> withdrawn,
    Optional<IntakeLedger.StoredFile> stored) {}
