package basedecl.bench;

import java.math.BigDecimal;

/** A person as {@link UsualProgram} reads, assesses and stores it; a bean, as its writer wants. */
public class UsualLine {

  private String employerCode = "";
  private String employerName = "";
  private String personName = "";
  private String documentKind = "";
  private String idNumber = "";
  private BigDecimal declaredWage = BigDecimal.ZERO;
  private BigDecimal base = BigDecimal.ZERO;
  private String adjustment = "";
  private BigDecimal employerDue = BigDecimal.ZERO;
  private BigDecimal personalDue = BigDecimal.ZERO;
  private String remarks = "";
  private String sheet = "";
  private int rowNo;

  public String getEmployerCode() {
    return employerCode;
  }

  public void setEmployerCode(String employerCode) {
    this.employerCode = employerCode;
  }

  public String getEmployerName() {
    return employerName;
  }

  public void setEmployerName(String employerName) {
    this.employerName = employerName;
  }

  public String getPersonName() {
    return personName;
  }

  public void setPersonName(String personName) {
    this.personName = personName;
  }

  public String getDocumentKind() {
    return documentKind;
  }

  public void setDocumentKind(String documentKind) {
    this.documentKind = documentKind;
  }

  public String getIdNumber() {
    return idNumber;
  }

  public void setIdNumber(String idNumber) {
    this.idNumber = idNumber;
  }

  public BigDecimal getDeclaredWage() {
    return declaredWage;
  }

  public void setDeclaredWage(BigDecimal declaredWage) {
    this.declaredWage = declaredWage;
  }

  public BigDecimal getBase() {
    return base;
  }

  public void setBase(BigDecimal base) {
    this.base = base;
  }

  public String getAdjustment() {
    return adjustment;
  }

  public void setAdjustment(String adjustment) {
    this.adjustment = adjustment;
  }

  public BigDecimal getEmployerDue() {
    return employerDue;
  }

  public void setEmployerDue(BigDecimal employerDue) {
    this.employerDue = employerDue;
  }

  public BigDecimal getPersonalDue() {
    return personalDue;
  }

  public void setPersonalDue(BigDecimal personalDue) {
    this.personalDue = personalDue;
  }

  public String getRemarks() {
    return remarks;
  }

  public void setRemarks(String remarks) {
    this.remarks = remarks;
  }

  public String getSheet() {
    return sheet;
  }

  public void setSheet(String sheet) {
    this.sheet = sheet;
  }

  public int getRowNo() {
    return rowNo;
  }

  public void setRowNo(int rowNo) {
    this.rowNo = rowNo;
  }
}
