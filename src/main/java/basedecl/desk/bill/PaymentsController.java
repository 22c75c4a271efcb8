package basedecl.desk.bill;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.flexible.Payer;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody paid, special payments and failed debits among it. */
@Controller
final class PaymentsController {

  private final Payer.Source payers;
  private final Recorder recorder;
  private final DeskSettings desk;

  PaymentsController(Payer.Source payers, Recorder recorder, DeskSettings desk) {
    this.payers = payers;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/flexible/payments")
  String payments(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
    Payer payer = payers.of(who);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(payer.number()));
    model.addAttribute(
        "it",
        PaymentsPage.of(
            payer,
            payers.known(payer.number()),
            desk.policies(),
            desk.businessDate(),
            ProgramMessages.language(locale)));
    return "bill/payments";
  }
}
