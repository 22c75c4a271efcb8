package basedecl.bench;

/**
 * What some workers made of one night's files, from the first piece begun to the last one ended.
 *
 * @param percent of a core that each of them may take, and {@code way} how it is kept to that
 * @param rows stored meanwhile
 * @param workersCpu processor seconds of all workers, {@code serverCpu} of the database server,
 *     {@code runCpu} of the run that hands out, {@code busy} of everything on the machine
 * @param cores of the machine
 * @param load processes that wanted a core in the minute before
 * @param joined seconds after which a worker that came in the middle began its first piece; 0 where
 *     that was not measured
 * @param failure why there are no figures, empty where there are
 */
record WorkersMeasured(
    int workers,
    int percent,
    String way,
    long rows,
    double seconds,
    double workersCpu,
    double serverCpu,
    double runCpu,
    double busy,
    int cores,
    double load,
    double joined,
    String failure) {

  static WorkersMeasured failed(int workers, int percent, String way, String failure) {
    return new WorkersMeasured(workers, percent, way, 0, 0, 0, 0, 0, 0, 0, 0, 0, failure);
  }

  boolean isWhole() {
    return failure.isEmpty();
  }

  double rowsPerSecond() {
    return rows / seconds;
  }

  /** What the workers took of what they were allowed. */
  double used() {
    return workersCpu * 100 / (seconds * workers * percent);
  }

  double rowsPerCpuSecond() {
    return rows / workersCpu;
  }

  /** Of all cores. */
  double busyShare() {
    return busy / (seconds * cores);
  }

  /** What processes took that have no part in this, of all cores. */
  double othersShare() {
    return Math.max(0, busy - workersCpu - serverCpu - runCpu) / (seconds * cores);
  }

  double serverMicrosPerRow() {
    return serverCpu * 1e6 / rows;
  }

  /** The workers did not get what they were allowed, since the machine had no more to give. */
  boolean isBoundByMachine() {
    return used() < 0.95 && busyShare() > 0.93;
  }
}
