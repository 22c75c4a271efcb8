package basedecl.policy.rule;

import java.time.YearMonth;

/**
 * How the retirement age of one track rises: {@code years} of age before the reform; for everybody
 * born in {@code firstBirthMonth} or later one month more for each {@code step} months of birth
 * begun, {@code maxDelay} months at most. Source: decision of the Standing Committee of 2024-09-13,
 * in force from 2025-01-01.
 */
public record RetirementStep(
    RetirementTrack track,
    YearMonth firstBirthMonth,
    int years,
    int step,
    int maxDelay,
    Citation citation) {}
