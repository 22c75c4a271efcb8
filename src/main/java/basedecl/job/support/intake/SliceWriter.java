package basedecl.job.support.intake;

import basedecl.job.support.FenceGuard;
import basedecl.job.support.Progress;
import basedecl.ledger.IntakeLedger;
import basedecl.ledger.StagedDeclaration;
import basedecl.ledger.StagedPerson;
import basedecl.ledger.StagingLedger;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores the slices of a chunk in the chunk's transaction, kind by kind in large batches. */
public final class SliceWriter implements ItemWriter<AssessedSlice> {

  private final StagingLedger staging;
  private final IntakeLedger intake;
  private final StagingLedger.Scope scope;
  private final FenceGuard fence;
  private final Progress progress;

  public SliceWriter(
      StagingLedger staging,
      IntakeLedger intake,
      StagingLedger.Scope scope,
      FenceGuard fence,
      Progress progress) {
    this.staging = staging;
    this.intake = intake;
    this.scope = scope;
    this.fence = fence;
    this.progress = progress;
  }

  @Override
  public void write(Chunk<? extends AssessedSlice> chunk) {
    List<StagedPerson> people = new ArrayList<>();
    List<StagingLedger.NumberedFinding> findings = new ArrayList<>();
    List<StagedDeclaration> declarations = new ArrayList<>();
    List<Long> withdrawn = new ArrayList<>();
    List<IntakeLedger.StoredFile> stored = new ArrayList<>();
    for (AssessedSlice slice : chunk) {
      people.addAll(slice.people());
      findings.addAll(slice.findings());
      declarations.addAll(slice.declarations());
      withdrawn.addAll(slice.withdrawn());
      slice.stored().ifPresent(stored::add);
    }
    fence.checkNow();
    staging.storePeople(people);
    staging.storeFindings(findings);
    staging.storeDeclarations(scope, declarations);
    staging.removePeople(withdrawn);
    intake.markStored(stored);
    fence.check();
    progress.step(stored.size());
  }
}
