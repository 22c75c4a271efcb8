package basedecl.architecture.planted.job.run;

/** What jobs share. */
public record Shared() {}
