package basedecl.message;

/**
 * Wrong usage or configuration, refused before anything is touched (exit status 2). The message
 * names the place, what is allowed and what to do.
 */
public final class RefusedException extends RuntimeException {

  private final transient Message text;

  public RefusedException(Message text) {
    super(text.key());
    this.text = text;
  }

  public RefusedException(Message text, Throwable cause) {
    super(text.key(), cause);
    this.text = text;
  }

  public Message text() {
    return text;
  }
}
