package basedecl.report;

import basedecl.policy.ContributionRate;
import basedecl.policy.FlagThreshold;
import basedecl.policy.Policy;
import basedecl.policy.PublishedLimits;
import java.time.LocalDate;
import java.util.Optional;

/** What stands in the titles of every workbook of a year: the policy and the figures it used. */
public record YearHeading(
    Policy policy,
    int year,
    LocalDate businessDate,
    PublishedLimits limits,
    Optional<ContributionRate> rate,
    Optional<FlagThreshold> threshold) {}
