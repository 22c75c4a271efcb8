package basedecl.architecture.planted.policy;

import basedecl.architecture.planted.policy.rule.Leads;

/** Planted: the room below leads back to this one. */
public record Returns(Leads next) {}
