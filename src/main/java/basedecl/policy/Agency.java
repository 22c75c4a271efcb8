package basedecl.policy;

import java.util.List;

/** An office of the region (经办机构) and its telephone numbers as published. */
public record Agency(String name, List<String> telephones) {}
