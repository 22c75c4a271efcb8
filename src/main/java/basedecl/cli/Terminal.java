package basedecl.cli;

import java.io.PrintStream;

/** Where a command prints, and whether a person looks on. */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {}
