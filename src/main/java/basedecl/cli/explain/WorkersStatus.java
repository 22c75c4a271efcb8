package basedecl.cli.explain;

import basedecl.ledger.remote.WorkerRecord;
import basedecl.message.Message;
import basedecl.report.explain.Explanation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of the workers: what each does, how fast, and when it was last heard of. */
final class WorkersStatus {

  private WorkersStatus() {}

  static void tell(List<WorkerRecord> workers, Explanation text) {
    if (!workers.isEmpty()) {
      text.say("status.workers", workers.size());
    }
    workers.forEach(worker -> tell(worker, text.item("workers")));
  }

  private static void tell(WorkerRecord worker, Explanation text) {
    text.say(
        worker.isHeardOf() ? "status.worker" : "status.worker-silent",
        worker.name(),
        worker.threads(),
        text.words("worker." + worker.state().name(), run(worker)),
        worker.files(),
        worker.persons(),
        worker.filesRate(),
        worker.personsRate(),
        worker.silentSeconds());
    worker.refusedFor().ifPresent(words -> text.say("status.worker-differs", differs(words, text)));
    text.put("worker", worker.name())
        .put("threads", worker.threads())
        .put("state", worker.state().name())
        .put("files", worker.files())
        .put("persons", worker.persons())
        .put("files_per_second", worker.filesRate())
        .put("persons_per_second", worker.personsRate())
        .put("heartbeat_at", worker.heartbeatAt().toString())
        .put("silent_seconds", worker.silentSeconds());
    worker.runId().ifPresent(run -> text.put("run", run));
    worker.refusedFor().ifPresent(words -> text.put("differs_in", words));
  }

  private static String run(WorkerRecord worker) {
    return worker.runId().isPresent() ? Long.toString(worker.runId().getAsLong()) : "—";
  }

  private static String differs(String words, Explanation text) {
    return Arrays.stream(words.split(" ", -1))
        .map(word -> text.text(Message.of("remote.differs." + word)))
        .collect(Collectors.joining(text.words("comma")));
  }
}
