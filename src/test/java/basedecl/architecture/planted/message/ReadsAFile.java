package basedecl.architecture.planted.message;

import java.nio.file.Path;

/** Planted: knows a file in a domain room. */
record ReadsAFile(Path path) {}
