package basedecl.desk.run;

import basedecl.job.desk.RunDesk;
import basedecl.job.run.Progress;
import basedecl.message.Language;
import basedecl.message.Message;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/**
 * What this desk is at.
 *
 * @param underWay the run under way, or none
 */
record Present(List<UnderWayPart> underWay, List<Waiting> waiting) {

  /** A run that waits for its turn. */
  record Waiting(long number, String job) {}

  /**
   * How far the run under way is.
   *
   * @param number by which it can be asked to stop
   * @param done empty between parts
   * @param percent empty where the whole is unknown
   * @param heldBy who runs on the same ledger meanwhile, or empty
   */
  record UnderWayPart(
      long number, String job, String since, String done, String percent, String heldBy) {

    static UnderWayPart of(RunDesk.UnderWay now, ZoneId zone, Language language) {
      return new UnderWayPart(
          now.asked().number(),
          RunWords.job(now.asked().request().job(), language),
          RunWords.time(now.since().atZone(zone).toLocalDateTime()),
          now.reached().map(reached -> done(reached, language)).orElse(""),
          now.reached().map(UnderWayPart::percent).orElse(""),
          now.waiting().map(waiting -> waiting.holder().owner()).orElse(""));
    }

    private static String done(Progress.Reached reached, Language language) {
      String part = Message.of("desk.run.part." + reached.part()).in(language);
      OptionalLong total = reached.total();
      return total.isPresent()
          ? Message.of(
                  "desk.run.reached-of",
                  part,
                  Long.toString(reached.done()),
                  Long.toString(total.getAsLong()))
              .in(language)
          : Message.of("desk.run.reached", part, Long.toString(reached.done())).in(language);
    }

    private static String percent(Progress.Reached reached) {
      long total = reached.total().orElse(0);
      return total == 0 ? "" : Long.toString(Math.min(100, reached.done() * 100 / total));
    }
  }
}
