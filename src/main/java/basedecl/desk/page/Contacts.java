package basedecl.desk.page;

import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import java.util.List;
import java.util.Optional;

/**
 * Whom to ask, at the foot of every page: the agencies of the policy's directory with their
 * telephones as published.
 *
 * @param hotline empty where the directory names none
 */
public record Contacts(String hotline, List<Contact> agencies) {

  public Contacts {
    agencies = List.copyOf(agencies);
  }

  /** An agency by its name. */
  public record Contact(String name, String telephones) {

    static Contact of(Agency agency) {
      return new Contact(agency.name(), agency.telephoneText());
    }
  }

  static Contacts of(Optional<AgencyDirectory> directory) {
    return new Contacts(
        directory.flatMap(AgencyDirectory::hotline).orElse(""),
        directory.map(AgencyDirectory::agencies).orElse(List.of()).stream()
            .map(Contact::of)
            .toList());
  }

  public boolean isEmpty() {
    return hotline.isEmpty() && agencies.isEmpty();
  }
}
