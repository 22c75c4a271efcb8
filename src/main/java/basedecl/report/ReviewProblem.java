package basedecl.report;

import basedecl.declaration.Finding;

/**
 * A line or a file that could not be used.
 *
 * @param source the file it stands in, or the folder of materials
 */
public record ReviewProblem(String source, Finding finding) {}
