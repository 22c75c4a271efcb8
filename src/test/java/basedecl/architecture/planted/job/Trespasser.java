package basedecl.architecture.planted.job;

import basedecl.cli.Main;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Class<Main> main) {
  static Trespasser make() {
    return new Trespasser(Main.class);
  }
}
