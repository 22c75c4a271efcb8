package basedecl.cli.terminal;

import basedecl.message.Language;
import java.io.PrintStream;

/** Where a command prints, whether a person looks on, and the language of both. */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Language language) {}
