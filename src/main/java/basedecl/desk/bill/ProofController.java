package basedecl.desk.bill;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.flexible.Payer;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.flexible.CertificateLedger;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.PersonPayments;
import basedecl.report.proof.ProofPdf;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Proofs of payment, two working days after it: a PDF whose code anybody verifies. */
@Controller
final class ProofController {

  private final Payer.Source payers;
  private final CertificateLedger certificates;
  private final Recorder recorder;
  private final DeskSettings desk;

  ProofController(
      Payer.Source payers, JdbcTemplate template, Recorder recorder, DeskSettings desk) {
    this.payers = payers;
    this.certificates = new CertificateLedger(JdbcClient.create(template));
    this.recorder = recorder;
    this.desk = desk;
  }

  /** A year of which something can be proved. */
  record Provable(int year, long payments, String total) {}

  @GetMapping("/flexible/proof")
  String page(@AuthenticationPrincipal SignedIn who, Model model) {
    Payer payer = payers.of(who);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(payer.number()));
    PersonLedger.Known known = payers.known(payer.number());
    List<Integer> years =
        PersonPayments.of(known, desk.policies(), desk.businessDate(), day -> true)
            .payments()
            .stream()
            .map(payment -> payment.paidOn().getYear())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    model.addAttribute("payer", payer);
    model.addAttribute(
        "years",
        years.stream()
            .map(year -> proof(payer, known, year))
            .filter(proof -> !proof.payments().isEmpty())
            .map(
                proof ->
                    new Provable(
                        proof.year(), proof.payments().size(), ReportTexts.yuan(proof.total())))
            .toList());
    return "bill/proof";
  }

  private PaymentProof proof(Payer payer, PersonLedger.Known known, int year) {
    return PaymentProof.of(payer.number(), known, desk.policies(), year, desk.businessDate());
  }

  /** Issues the proof of a year: a POST, since it is kept and can be verified from then on. */
  @PostMapping("/flexible/proof")
  ResponseEntity<byte[]> issue(
      @AuthenticationPrincipal SignedIn who, @RequestParam int year, HttpServletRequest request)
      throws IOException {
    Payer payer = payers.of(who);
    PaymentProof proof = proof(payer, payers.known(payer.number()), year);
    if (proof.payments().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String verify =
        ServletUriComponentsBuilder.fromContextPath(request).path("/verify").build().toUriString();
    byte[] pdf = ProofPdf.of(proof, proof.issuers(desk.policies()), verify);
    certificates.keep(proof.record());
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.person(payer.number()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("proof-" + year + ".pdf").build().toString())
        .body(pdf);
  }
}
