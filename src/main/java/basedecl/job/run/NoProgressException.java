package basedecl.job.run;

/** For as long as the run is patient, no worker got on with what it handed out. */
public final class NoProgressException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoProgressException(String message) {
    super(message);
  }
}
