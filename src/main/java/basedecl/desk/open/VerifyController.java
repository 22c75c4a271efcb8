package basedecl.desk.open;

import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.flexible.CertificateLedger;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.ProofCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether a proof of payment that somebody holds in hand was issued and still stands. The code has
 * 80 bits and is known to whoever holds the paper; it is sent in the body, since it stands for a
 * person.
 */
@Controller
final class VerifyController {

  /** Tries of one address and of everybody in {@link Tries#WHILE}: a counter has a queue. */
  private static final int TRIES = 30;

  private static final int TRIES_OF_ALL = 2_000;

  /** Twenty digits in five groups of four. */
  private static final String CODE = "[0-9A-F]{4}(-[0-9A-F]{4}){4}";

  private static final int GROUP = 4;

  private final CertificateLedger certificates;
  private final PersonLedger payments;
  private final Recorder recorder;
  private final DeskSettings desk;
  private final Tries tries;

  VerifyController(JdbcTemplate template, Recorder recorder, DeskSettings desk) {
    this.certificates = new CertificateLedger(JdbcClient.create(template));
    this.payments = new PersonLedger(template);
    this.recorder = recorder;
    this.desk = desk;
    this.tries = new Tries(TRIES, TRIES_OF_ALL, desk.clock());
  }

  /** A proof as the page shows it. */
  record Found(
      boolean valid,
      String name,
      String idNumber,
      int year,
      String issuedOn,
      String amount,
      long paid,
      long refunds) {

    static Found of(ProofCheck check) {
      return new Found(
          check.valid(),
          check.certificate().name(),
          check.certificate().idNumber().toString(),
          check.certificate().year(),
          check.certificate().issuedOn().toString(),
          ReportTexts.yuan(check.certificate().amount()),
          check.paid(),
          check.refunds());
    }
  }

  @GetMapping("/verify")
  String form(Model model) {
    return page("", "", Optional.empty(), model);
  }

  @PostMapping("/verify")
  String verify(
      @AuthenticationPrincipal @Nullable SignedIn who,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String asked = PaymentProof.grouped(code);
    if (!asked.matches(CODE)) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(code, "form", Optional.empty(), model);
    }
    if (!tries.admits(request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Tries.WHILE.toSeconds()));
      return page(asked, "often", Optional.empty(), model);
    }
    Optional<ProofCheck> found = ProofCheck.of(asked, certificates, payments, desk.policies());
    recorder.ofVisitor(
        Optional.ofNullable(who),
        EventKind.PROOF_VERIFIED,
        found.isPresent() ? EventSubject.object(reference(asked)) : EventSubject.NONE,
        request.getRemoteAddr(),
        found.isPresent() ? Event.Result.DONE : Event.Result.REFUSED);
    return page(asked, found.isEmpty() ? "unknown" : "", found.map(Found::of), model);
  }

  /** The ends of a code: enough to find it by the paper, too little to look anybody up with. */
  private static String reference(String code) {
    return code.substring(0, GROUP) + "…" + code.substring(code.length() - GROUP);
  }

  private static String page(String code, String error, Optional<Found> found, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("error", error);
    model.addAttribute("found", found.orElse(null));
    return "open/verify";
  }
}
