package basedecl.architecture.planted.job.support;

/** What jobs share. */
public record Shared() {}
