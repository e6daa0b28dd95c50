public import CaseStore
public import Casework

/// Letters to holders whose household has moved, before their certificates are frozen or cancelled (features: 47).
public enum MovePrints {
  /// One letter to each holder, each on pages of its own.
  public static func text(of due: [MoveDue], in store: CaseStore, _ language: Language) throws -> String {
    try due.byHolder.map { try letter($0, in: store, language) }.joined(separator: "\u{0C}")
  }

  /// One letter, 80 columns wide, for any printer, about all clocks of one holder.
  private static func letter(_ told: [MoveDue], in store: CaseStore, _ language: Language) throws -> String {
    var page = PrintedPage(Phrase("转证通知书", "Please transfer your certificate"), in: language)
    guard let due = told.first else { return page.text }
    let held = due.certificate
    page.tell(Phrase("持证人", "Holder"), held.name)
    page.tell(Phrase("残疾人证号", "Certificate"), Masking.certificate(held.number))
    page.tell(Phrase("地址", "Address"), held[.address])
    page.rule()
    page.say(
      Phrase(
        "据公安机关通报，您的户口已于 \(due.movedOn) 迁出本县。", "The police report that your household moved out on \(due.movedOn)."))
    for clock in told { page.say(clock.warning(on: store.today)) }
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

extension MoveDue {
  /// What is said of the clock; a day that has passed is no threat any more.
  fileprivate func warning(on today: Day) -> Phrase {
    switch (what, on >= today) {
    case (.freeze, true):
      Phrase(
        "至 \(on) 仍未办理迁出的，残疾人证将冻结（办法第二十三条）。",
        "Without a transfer by \(on) the certificate is frozen (Measures art. 23).")
    case (.cancel, true):
      Phrase(
        "至 \(on) 仍未办理迁出的，残疾人证将注销（办法第二十四条）。",
        "Without a transfer by \(on) the certificate is cancelled (Measures art. 24).")
    case (.freeze, false):
      Phrase(
        "自 \(on) 起已满半年未办理迁出，按规定残疾人证应予冻结（办法第二十三条），请尽快来办。",
        "Half a year was over on \(on) without a transfer, and the certificate is to be frozen (Measures art. 23): please come as soon as you can."
      )
    case (.cancel, false):
      Phrase(
        "自 \(on) 起已满一年未办理迁出，按规定残疾人证应予注销（办法第二十四条），请尽快来办。",
        "A year was over on \(on) without a transfer, and the certificate is to be cancelled (Measures art. 24): please come as soon as you can."
      )
    }
  }
}
