package basedecl.declaration.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the agency decides on a declaration, with the word that stands in its files (contract 7).
 * The names stand in the ledger.
 */
public enum Decision {
  APPROVE("通过", DeclarationState.APPROVED),
  RETURN("退回", DeclarationState.RETURNED),
  REOPEN("重开", DeclarationState.REOPENED);

  private final String word;
  private final DeclarationState leadsTo;

  Decision(String word, DeclarationState leadsTo) {
    this.word = word;
    this.leadsTo = leadsTo;
  }

  /** The decision of that word, blanks within it left out; empty where it is none of the three. */
  public static Optional<Decision> ofWord(String word) {
    String bare = word.replaceAll("\\s+", "");
    return Arrays.stream(values()).filter(each -> each.word.equals(bare)).findFirst();
  }

  /** Those that may be taken on a declaration in this state. */
  public static List<Decision> openIn(DeclarationState state) {
    return Arrays.stream(values())
        .filter(each -> DeclarationProcedure.allows(state, each.leadsTo))
        .toList();
  }

  public String word() {
    return word;
  }

  public DeclarationState leadsTo() {
    return leadsTo;
  }

  /** Whether it must say why: the employer has something to do after it. */
  public boolean needsOpinion() {
    return this != APPROVE;
  }
}
