package basedecl.policyfile;

import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of {@code agencies/}: the offices of one region and their telephone numbers. */
final class AgencyReader {

  private static final List<String> KEYS = List.of("agencies", "hotline", "offices", "citation");
  private static final List<String> OFFICE = List.of("name", "telephones", "title");

  private AgencyReader() {}

  static AgencyDirectory read(SourceFile file) {
    Section root = YamlFile.read(file, KEYS);
    Scalar region = root.required("agencies");
    if (!region.text().equals(file.stem())) {
      throw file.refusal("policy.agencies-differ", region.line(), region.text(), file.stem());
    }
    Map<String, Agency> offices = new LinkedHashMap<>();
    for (Section office : root.sections("offices", OFFICE)) {
      String name = office.required("name").words();
      Agency agency =
          new Agency(
              name,
              office.scalars("telephones").stream().map(Scalar::words).toList(),
              office.optional("title").map(Scalar::words));
      if (offices.put(name, agency) != null) {
        throw file.refusal("policy.agency-twice", office.line(), name);
      }
    }
    return new AgencyDirectory(
        region.text(),
        List.copyOf(offices.values()),
        root.optional("hotline").map(Scalar::words),
        root.citation());
  }
}
