package basedecl.policy.rule;

/** The three tracks of the retirement reform: men, women of the 55 track, women of the 50 track. */
public enum RetirementTrack {
  MEN,
  WOMEN_55,
  WOMEN_50
}
