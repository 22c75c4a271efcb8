package basedecl.policy.rule;

import java.time.LocalDate;

/** Days (both inclusive) on which no late fee runs. */
public record Waiver(LocalDate from, LocalDate to, Citation citation) {}
