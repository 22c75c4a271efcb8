package basedecl.samples;

import static basedecl.samples.SampleFile.bad;
import static basedecl.samples.SampleFile.taken;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that concern the same employer or person as another. The night takes files of equal
 * modification time in order of their names; here the later one of a pair also has the later name.
 */
final class Corrections {

  private final SamplePeople people;
  private final SampleEmployers employers;
  private final List<SampleFile> files = new ArrayList<>();

  Corrections(SamplePeople people, SampleEmployers employers) {
    this.people = people;
    this.employers = employers;
  }

  List<SampleFile> all() {
    corrected();
    laterOneRefused();
    refusedThenAccepted();
    sameBytesTwice();
    personInTwoEmployers();
    return List.copyOf(files);
  }

  /** Flagged at first (4 of 5 at the lower limit), then the true wages come. */
  private void corrected() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> first = people.earning("4242", "4242", "4242", "4242", "6000");
    List<SamplePerson> second =
        List.of(
            first.get(0).earning("5200.00"),
            first.get(1).earning("4870.50"),
            first.get(2),
            first.get(3).earning("4663.00"),
            first.get(4));
    add("1-first.xlsx", employer, first);
    add("1-later-corrected.xlsx", employer, second);
  }

  private void laterOneRefused() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(5);
    add("2-accepted.xlsx", employer, staff);
    SampleTable spoilt = SampleTable.template(employer, staff).set(1, "月均工资", SampleCell.BLANK);
    files.add(
        SampleFile.of(
            "corrections/2-later-refused.xlsx",
            SampleBytes.xlsx(spoilt),
            bad(employer.code(), 5, "WAGE_MISSING")));
  }

  private void refusedThenAccepted() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(4);
    SampleTable spoilt = SampleTable.template(employer, staff).set(3, "证件号码", SampleCell.BLANK);
    files.add(
        SampleFile.of(
            "corrections/3-first-refused.xlsx",
            SampleBytes.xlsx(spoilt),
            bad(employer.code(), 4, "ID_MISSING")));
    add("3-later-accepted.xlsx", employer, staff);
  }

  private void sameBytesTwice() {
    SampleEmployer employer = employers.next();
    List<SamplePerson> staff = people.staff(6);
    add("4-original.xlsx", employer, staff);
    add("4-same-bytes-again.xlsx", employer, staff);
  }

  /** Both declarations stand; both carry the warning. */
  private void personInTwoEmployers() {
    SampleEmployer one = employers.next();
    SampleEmployer other = employers.next();
    List<SamplePerson> staff = people.staff(4);
    List<SamplePerson> others = new ArrayList<>(people.staff(3));
    others.add(staff.get(1).earning("4500.00"));
    add("5-person-here.xlsx", one, staff, "PERSON_IN_TWO_EMPLOYERS");
    add("5-person-there-too.xlsx", other, others, "PERSON_IN_TWO_EMPLOYERS");
  }

  private void add(
      String name, SampleEmployer employer, List<SamplePerson> staff, String... codes) {
    files.add(
        SampleFile.of(
            "corrections/" + name,
            SampleBytes.xlsx(SampleTable.template(employer, staff)),
            taken(employer, staff, GoodFiles.places("申报表", 2, staff.size()), codes)));
  }
}
