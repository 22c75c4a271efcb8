package basedecl.account;

import basedecl.message.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for; one account has one role. The names stand in the ledger. */
public enum Role {
  /** 单位经办: declares for its employers. */
  CLERK(false),
  /** 审核: decides on the declarations of its agency. */
  REVIEWER(true),
  /** 运行: runs jobs. */
  OPERATOR(true),
  /** 稽核: looks into the employers of its agency. */
  AUDITOR(true),
  /** 个人: pays alone and sees its own. */
  PERSON(false),
  /** 管理: keeps accounts and reads the record; sees no personal data. */
  ADMINISTRATOR(true);

  private final boolean ofTheCentre;

  Role(boolean ofTheCentre) {
    this.ofTheCentre = ofTheCentre;
  }

  /** Whether those who have it are the centre's own staff. */
  public boolean isOfTheCentre() {
    return ofTheCentre;
  }

  /** The centre's staff see more than their own, and sign in with a second factor always. */
  public boolean needsSecondFactor() {
    return ofTheCentre;
  }

  /** Whether an account of it may be bound to one agency. */
  public boolean mayHaveAgency() {
    return this == REVIEWER || this == AUDITOR;
  }

  /** The word of the command line, {@code clerk}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its title in the reader's language. */
  public Message title() {
    return Message.of("account.role." + name());
  }

  /** The role of that word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
