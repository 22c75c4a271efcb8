package basedecl.desk.account;

import basedecl.account.Actor;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.SignedIn;
import basedecl.job.account.By;

/** Whoever is signed in as the one who changes an account. */
final class Hand {

  private Hand() {}

  static By of(SignedIn who, DeskSettings desk) {
    return new By(Actor.of(who.account()), who.address(), desk.clock().instant(), desk.zone());
  }
}
