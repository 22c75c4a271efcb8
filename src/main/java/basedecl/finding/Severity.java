package basedecl.finding;

/** How much a finding weighs: only an {@code ERROR} refuses a declaration. */
public enum Severity {
  ERROR,
  WARNING,
  NOTICE
}
