public import CaseStore
public import Casework

/// Letters to holders whose household has moved, before their certificates are frozen or cancelled (features: 47).
public enum MovePrints {
  /// One letter, 80 columns wide, for any printer.
  public static func letter(_ due: MoveDue, in store: CaseStore, _ language: Language) throws -> String {
    var page = PrintedPage(Phrase("转证通知书", "Please transfer your certificate"), in: language)
    let held = due.certificate
    page.tell(Phrase("持证人", "Holder"), held.name)
    page.tell(Phrase("残疾人证号", "Certificate"), Masking.certificate(held.number))
    page.tell(Phrase("地址", "Address"), held[.address])
    page.rule()
    page.say(
      Phrase(
        "据公安机关通报，您的户口已于 \(due.movedOn) 迁出本县。", "The police report that your household moved out on \(due.movedOn)."))
    switch due.what {
    case .freeze:
      page.say(
        Phrase(
          "至 \(due.on) 仍未办理迁出的，残疾人证将冻结（办法第二十三条）。",
          "Without a transfer the certificate is frozen from \(due.on) (Measures art. 23)."))
    case .cancel:
      page.say(
        Phrase(
          "至 \(due.on) 仍未办理迁出的，残疾人证将注销（办法第二十四条）。",
          "Without a transfer the certificate is cancelled from \(due.on) (Measures art. 24)."))
    }
    page.space()
    page.say(
      Phrase(
        "请带身份证、户口簿、迁移证和残疾人证到本室办理「迁出」。户口没有迁出的，请出示公安机关证明。",
        "Please come with identity card, household book, move certificate and this certificate for a “Transfer out”. "
          + "If the household did not move, bring the police's proof."))
    page.space()
    page.say(.verbatim("\(try store.office().name)    \(store.today)"))
    return page.text
  }
}
