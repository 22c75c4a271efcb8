package basedecl.architecture.planted.job.topup;

/** A job's own class. */
public record Neighbour() {}
