package basedecl.desk.security;

import basedecl.account.SignInDelay;
import basedecl.desk.upload.UploadLimits;

/** How much of everything the desk bears. */
public record Limits(
    SignInDelay signIn,
    Sessions.Limit signedIn,
    Sessions.Limit visitors,
    UploadLimits uploads,
    Crowd.Limit requests) {

  /**
   * @param fileBytes of one file, of {@code jobs/desk.yaml}
   */
  public static Limits of(long fileBytes) {
    return new Limits(
        SignInDelay.DEFAULT,
        Sessions.SIGNED_IN,
        Sessions.VISITORS,
        UploadLimits.of(fileBytes),
        Crowd.DEFAULT);
  }
}
