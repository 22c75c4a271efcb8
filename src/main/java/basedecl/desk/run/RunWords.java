package basedecl.desk.run;

import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The words of runs that several pages share. */
final class RunWords {

  private RunWords() {}

  /** What a job does, in a few words, with its name in job files. */
  static String job(String name, Language language) {
    String key = "desk.run.job." + name;
    return Message.isKnown(key) ? Message.of(key).in(language) : name;
  }

  static String time(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }

  /**
   * @param interrupted whether nobody is at a run that is said to be under way
   */
  static String state(RunRecord run, boolean interrupted, Language language) {
    String word = interrupted ? "INTERRUPTED" : run.state().name();
    return Message.of("desk.run.state." + word).in(language);
  }
}
