package basedecl.job.intake;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.run.Progress;
import basedecl.job.run.RunSummary;
import basedecl.job.run.WriteGuard;
import basedecl.ledger.database.DataFault;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger;
import basedecl.message.Message;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.dao.DataAccessException;

/**
 * Stores the slices of a chunk in the chunk's transaction, kind by kind in large batches.
 *
 * <p>What the database will not hold is a verdict on the file it came from. The chunk goes back to
 * a savepoint and is stored file by file, each behind a savepoint of its own; the file that fails
 * alone is taken out of the ledger whole and refused, whatever slices of it are still to come. All
 * of it is one transaction still: nothing is written twice, and a kill leaves either the chunk with
 * its verdicts or nothing of it. A failure that is the database's own fails the step.
 */
public final class DeclarationItemWriter implements ItemWriter<List<AssessedRows>> {

  private static final Logger LOG = LoggerFactory.getLogger(DeclarationItemWriter.class);

  private final StagingLedger staging;
  private final IntakeLedger intake;
  private final StagingLedger.Scope scope;
  private final WriteGuard guard;
  private final Progress progress;
  private final RunSummary report;
  private final Set<Long> notStored = ConcurrentHashMap.newKeySet();

  public DeclarationItemWriter(
      StagingLedger staging,
      IntakeLedger intake,
      StagingLedger.Scope scope,
      WriteGuard guard,
      Progress progress,
      RunSummary report) {
    this.staging = staging;
    this.intake = intake;
    this.scope = scope;
    this.guard = guard;
    this.progress = progress;
    this.report = report;
  }

  @Override
  public void write(Chunk<? extends List<AssessedRows>> chunk) {
    guard.checkNow();
    Map<Long, List<AssessedRows>> byFile = new LinkedHashMap<>();
    for (List<AssessedRows> slices : chunk) {
      for (AssessedRows slice : slices) {
        byFile.computeIfAbsent(slice.fileId(), id -> new ArrayList<>()).add(slice);
      }
    }
    List<AssessedRows> storable = new ArrayList<>();
    byFile.forEach(
        (file, slices) -> {
          if (notStored.contains(file)) {
            refuse(file, slices);
          } else {
            storable.addAll(slices);
          }
        });
    Savepoint before = staging.savepoint();
    try {
      store(storable);
    } catch (DataAccessException e) {
      if (!DataFault.is(e)) {
        // a database that is gone is asked for nothing more, not even to go back
        throw e;
      }
      staging.rollBackTo(before);
      LOG.warn("Storing {} files one by one: {}", byFile.size(), e.getClass().getName());
      byFile.forEach(this::storeAlone);
    }
    guard.check();
    progress.step(byFile.values().stream().filter(DeclarationItemWriter::isLast).count());
  }

  private void storeAlone(Long file, List<AssessedRows> slices) {
    if (notStored.contains(file)) {
      return;
    }
    Savepoint before = staging.savepoint();
    try {
      store(slices);
    } catch (DataAccessException e) {
      if (!DataFault.is(e)) {
        throw e;
      }
      staging.rollBackTo(before);
      LOG.warn("File {} could not be stored", file, e);
      notStored.add(file);
      staging.discard(List.of(file));
      report.warn(Message.of("job.warn-not-stored", Long.toString(file)));
      refuse(file, slices);
    }
  }

  /** With the last slice of a file that the ledger will not hold: its verdict. */
  private void refuse(Long file, List<AssessedRows> slices) {
    for (AssessedRows slice : slices) {
      slice
          .stored()
          .ifPresent(
              read -> {
                staging.storeFindings(
                    List.of(
                        new StagingLedger.NumberedFinding(
                            file,
                            1,
                            Finding.of(
                                FindingCode.FILE_DAMAGED,
                                "",
                                SourceCell.WHOLE_FILE,
                                Reason.NOT_STORED,
                                Long.toString(file)))));
                intake.markStored(
                    List.of(
                        new IntakeLedger.StoredFile(
                            file, read.sha256(), read.rowsRead(), 0, read.rowsRead())));
              });
    }
  }

  private static boolean isLast(List<AssessedRows> slices) {
    return slices.get(slices.size() - 1).stored().isPresent();
  }

  private void store(List<AssessedRows> slices) {
    List<StagedPerson> people = new ArrayList<>();
    List<StagingLedger.NumberedFinding> findings = new ArrayList<>();
    List<StagedDeclaration> declarations = new ArrayList<>();
    List<Long> withdrawn = new ArrayList<>();
    List<IntakeLedger.StoredFile> stored = new ArrayList<>();
    for (AssessedRows slice : slices) {
      people.addAll(slice.people());
      findings.addAll(slice.findings());
      declarations.addAll(slice.declarations());
      withdrawn.addAll(slice.withdrawn());
      slice.stored().ifPresent(stored::add);
    }
    staging.storePeople(people);
    staging.storeFindings(findings);
    staging.storeDeclarations(scope, declarations);
    staging.removePeople(withdrawn);
    intake.markStored(stored);
  }
}
