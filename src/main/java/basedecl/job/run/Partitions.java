package basedecl.job.run;

/** How many partitions a step is divided into: one a core, and at least two. */
public final class Partitions {

  private Partitions() {}

  public static int count() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
