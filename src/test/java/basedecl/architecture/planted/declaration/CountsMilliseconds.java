package basedecl.architecture.planted.declaration;

/** Planted: reads the time in a domain room. */
record CountsMilliseconds() {
  static long time() {
    return System.currentTimeMillis();
  }
}
