package basedecl.finding;

/** A finding with the name of the file it was found in. */
public record FileFinding(String file, Finding finding) {}
