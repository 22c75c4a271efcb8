package basedecl.bench;

/**
 * What the database takes from connections that do nothing but store.
 *
 * @param busy processor seconds of everything on the machine meanwhile
 * @param cores of the machine
 */
record StoreMeasured(
    int connections, long rows, double seconds, double serverCpu, double busy, int cores) {

  double rowsPerSecond() {
    return rows / seconds;
  }

  double serverMicrosPerRow() {
    return serverCpu * 1e6 / rows;
  }
}
