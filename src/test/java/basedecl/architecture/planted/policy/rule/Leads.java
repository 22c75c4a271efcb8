package basedecl.architecture.planted.policy.rule;

import basedecl.architecture.planted.policy.Returns;

/** Planted: leads back to the room above. */
public record Leads(Returns back) {}
