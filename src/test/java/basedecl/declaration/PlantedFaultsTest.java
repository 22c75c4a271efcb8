package basedecl.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.RowCheck;
import basedecl.declaration.row.Rows;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.policy.Population;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 100,000 random rows of 50 employers with 5,000 faults planted among them. */
class PlantedFaultsTest {

  private static final int ROWS = 100_000;
  private static final int FAULTS = 5_000;
  private static final long SEED = 20240126;
  private static final String CHECKS = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Random random = new Random(SEED);
  private final Map<Integer, String> numberOfRow = new HashMap<>();

  private record Planted(FindingCode code, int row, Field field) {}

  @Test
  void exactlyThePlantedFaultsAreReported() {
    DeclarationCheck check =
        new DeclarationCheck(
            RowCheck.of(Population.EMPLOYEES, 2024, LocalDate.of(2024, 1, 26), Optional.empty()),
            Population.EMPLOYEES,
            Optional.empty(),
            Map.of(),
            Optional.empty());
    List<Planted> planted = new ArrayList<>();
    List<Planted> strays = new ArrayList<>();
    List<Planted> reported = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Rows row = goodRow(i);
      if (i % (ROWS / FAULTS) == ROWS / FAULTS - 1) {
        Planted fault = plant(row, i);
        (fault.code() == FindingCode.EMPLOYER_MISSING ? strays : planted).add(fault);
      }
      for (Finding finding : check.add(row.row()).findings()) {
        reported.add(
            new Planted(
                finding.code(), finding.place().row(), Field.values()[finding.place().column()]));
      }
    }
    assertThat(planted.size() + strays.size()).isEqualTo(FAULTS);
    assertThat(reported).containsExactlyElementsOf(planted);
    List<EmployerOutcome> tallies = check.finish(List.of());
    assertThat(tallies.stream().mapToLong(EmployerOutcome::rowsAccepted).sum())
        .isEqualTo(ROWS - FAULTS);
    assertThat(tallies.stream().mapToLong(EmployerOutcome::rowsRead).sum()).isEqualTo(ROWS);
    for (EmployerOutcome tally : tallies) {
      boolean nobody = tally.employerCode().isEmpty();
      assertThat(tally.findings().stream().filter(f -> f.code() != FindingCode.WAGES_UNLIKELY))
          .extracting(Finding::code, finding -> finding.arguments().get(0))
          .containsExactly(
              tuple(
                  nobody ? FindingCode.EMPLOYER_MISSING : FindingCode.EMPLOYER_INCOMPLETE,
                  Integer.toString(strays.size())));
    }
  }

  private Rows goodRow(int i) {
    String number = number(i);
    numberOfRow.put(i, number);
    String wage = random.nextInt(1, 50_000) + "." + random.nextInt(10) + random.nextInt(10);
    Rows row =
        Rows.good()
            .at("Sheet1", i + 2)
            .employer(Integer.toString(100 + i % 50))
            .with(Field.NAME, new String(Character.toChars(random.nextInt(0x4E00, 0x9FA5))) + "某");
    row.with(Field.ID_NUMBER, random.nextInt(10) == 0 ? number.replace('X', 'x') : number);
    return switch (random.nextInt(4)) {
      case 0 -> row.with(Field.WAGE, wage);
      case 1 -> row.with(Field.WAGE, "￥" + wage + "元");
      case 2 ->
          row.with(Field.WAGE, "")
              .with(Field.YEAR_TOTAL, Rows.number(wage))
              .with(Field.MONTHS_PAID, random.nextInt(1, 13));
      default -> row.with(Field.WAGE, new CellValue.Numeric(new BigDecimal(wage), 0, false));
    };
  }

  private Planted plant(Rows row, int i) {
    boolean nobodyBefore = i < 50;
    FindingCode drawn = FAULT_CODES.get(random.nextInt(FAULT_CODES.size()));
    FindingCode code =
        nobodyBefore && drawn == FindingCode.PERSON_DUPLICATE ? FindingCode.ID_MISSING : drawn;
    String number = numberOfRow.getOrDefault(i, "");
    Field field =
        switch (code) {
          case NAME_MISSING -> Field.NAME;
          case EMPLOYER_MISSING -> Field.EMPLOYER_CODE;
          case ID_MISSING,
              ID_INVALID,
              ID_CHECKSUM,
              ID_BIRTH_DATE,
              ID_PRECISION_LOST,
              PERSON_DUPLICATE ->
              Field.ID_NUMBER;
          case MONTHS_INVALID -> Field.MONTHS_PAID;
          default -> Field.WAGE;
        };
    switch (code) {
      case NAME_MISSING -> row.with(Field.NAME, "—");
      case EMPLOYER_MISSING -> row.employer("");
      case ID_MISSING -> row.with(field, "");
      case ID_INVALID -> row.with(field, number.substring(1));
      case ID_CHECKSUM -> row.with(field, number.substring(0, 17) + otherCheck(number));
      case ID_BIRTH_DATE ->
          row.with(field, withCheck(number.substring(0, 10) + "0230" + number.substring(14, 17)));
      case ID_PRECISION_LOST -> row.with(field, Rows.number(number.substring(0, 17) + "0"));
      case PERSON_DUPLICATE -> row.with(field, numberOfRow.getOrDefault(i - 50, ""));
      case WAGE_MISSING -> row.with(field, "").with(Field.YEAR_TOTAL, "");
      case WAGE_NOT_A_NUMBER -> row.with(field, "面议");
      case WAGE_NOT_POSITIVE -> row.with(field, "-0.01");
      case WAGE_TOO_PRECISE -> row.with(field, Rows.number("4242.001"));
      case WAGE_IMPLAUSIBLE -> row.with(field, Rows.number("1000000"));
      case FORMULA_NOT_CALCULATED -> row.with(field, new CellValue.NotCalculated());
      case CELL_ERROR -> row.with(field, new CellValue.ErrorValue("#REF!"));
      default -> row.with(Field.WAGE, "").with(Field.YEAR_TOTAL, 60000).with(field, 13);
    }
    return new Planted(code, i + 2, field);
  }

  private static final List<FindingCode> FAULT_CODES =
      List.of(
          FindingCode.NAME_MISSING,
          FindingCode.EMPLOYER_MISSING,
          FindingCode.ID_MISSING,
          FindingCode.ID_INVALID,
          FindingCode.ID_CHECKSUM,
          FindingCode.ID_BIRTH_DATE,
          FindingCode.ID_PRECISION_LOST,
          FindingCode.PERSON_DUPLICATE,
          FindingCode.WAGE_MISSING,
          FindingCode.WAGE_NOT_A_NUMBER,
          FindingCode.WAGE_NOT_POSITIVE,
          FindingCode.WAGE_TOO_PRECISE,
          FindingCode.WAGE_IMPLAUSIBLE,
          FindingCode.FORMULA_NOT_CALCULATED,
          FindingCode.CELL_ERROR,
          FindingCode.MONTHS_INVALID);

  /** Every row its own person: the row's index is the day of birth and the serial number. */
  private static String number(int i) {
    LocalDate birth = LocalDate.of(1960, 1, 1).plusDays(i / 10);
    String date = birth.toString().replace("-", "");
    return withCheck("370702" + date + String.format(Locale.ROOT, "%03d", i % 10 + 1));
  }

  private static char otherCheck(String number) {
    return number.charAt(17) == '5' ? '6' : '5';
  }

  private static String withCheck(String seventeen) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
    }
    return seventeen + CHECKS.charAt(sum % 11);
  }
}
