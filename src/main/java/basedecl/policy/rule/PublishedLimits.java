package basedecl.policy.rule;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Limits as published: for which contribution year, from which month (inclusive), when they became
 * known and by which document.
 */
public record PublishedLimits(
    int year,
    YearMonth from,
    Limits limits,
    LimitsStanding standing,
    LocalDate published,
    Citation citation) {}
