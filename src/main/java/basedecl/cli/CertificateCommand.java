package basedecl.cli;

import basedecl.cli.ledger.LedgerSession;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.ledger.flexible.CertificateLedger;
import basedecl.ledger.flexible.CertificateRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.ProofCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code certificate --person ID --year Y --output FILE} writes a proof of payment; {@code
 * certificate --verify CODE} says whether a paper with that code was issued and still stands.
 */
@Command
final class CertificateCommand implements Callable<Integer> {

  /** Exit status: no such proof, or the ledger says something else by now. */
  static final int NOT_VALID = 3;

  private final Terminal terminal;

  @Option(names = "--person", paramLabel = "ID", descriptionKey = "person")
  @Nullable String person;

  @Option(names = "--year", paramLabel = "Y", descriptionKey = "certificate.year")
  @Nullable Integer year;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "certificate.output")
  @Nullable Path output;

  @Option(names = "--verify", paramLabel = "CODE", descriptionKey = "certificate.verify")
  @Nullable String code;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  CertificateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    boolean issuing = person != null && year != null && output != null;
    if (issuing == (code != null)) {
      throw new RefusedException(Message.of("cli.certificate-usage"));
    }
    if (output != null && !output.toString().endsWith(".xlsx")) {
      throw new RefusedException(Message.of("cli.certificate-xlsx", output.toString()));
    }
    try (LedgerSession session = LedgerSession.open("certificate", set.values())) {
      CertificateLedger certificates = new CertificateLedger(JdbcClient.create(session.jdbc()));
      if (code != null) {
        return verify(session, certificates, PaymentProof.grouped(code));
      }
      return person != null && year != null && output != null
          ? issue(session, certificates, person, year, output.toAbsolutePath())
          : NOT_VALID;
    }
  }

  private int issue(
      LedgerSession session, CertificateLedger certificates, String typed, int ofYear, Path target)
      throws IOException {
    IdNumber number = session.person(typed, terminal.language());
    PaymentProof proof =
        PaymentProof.of(
            number,
            new PersonLedger(session.jdbc()).of(number, session.day()),
            session.policies(),
            ofYear,
            session.day());
    if (proof.payments().isEmpty()) {
      throw new RefusedException(
          Message.of("cli.certificate-none", Integer.toString(ofYear), session.day().toString()));
    }
    CertificateRecord certificate = proof.record();
    certificates.keep(certificate);
    proof.write(target, proof.issuers(session.policies()));
    terminal.say("cli.certificate-issued", target.toString(), certificate.code());
    return 0;
  }

  private int verify(LedgerSession session, CertificateLedger certificates, String asked) {
    Optional<ProofCheck> found =
        ProofCheck.of(asked, certificates, new PersonLedger(session.jdbc()), session.policies());
    if (found.isEmpty()) {
      terminal.say("cli.certificate-unknown", asked);
      return NOT_VALID;
    }
    ProofCheck check = found.get();
    CertificateRecord certificate = check.certificate();
    terminal.say(
        "cli.certificate-found",
        asked,
        certificate.name(),
        certificate.idNumber().toString(),
        Integer.toString(certificate.year()),
        certificate.issuedOn().toString(),
        Integer.toString(certificate.payments()),
        certificate.amount().toString());
    if (check.valid() && check.refunds() > 0) {
      terminal.say(
          "cli.certificate-refunds", Long.toString(check.paid()), Long.toString(check.refunds()));
    }
    terminal.say(check.valid() ? "cli.certificate-valid" : "cli.certificate-changed");
    return check.valid() ? 0 : NOT_VALID;
  }
}
