/// A number under which the register had somebody else (domain: 3.3, 4.3; features: 35).
///
/// Old and new number stay linked for life, and a certificate number is never used twice. But the citizen number is its
/// owner's: two people decide, with a ground, that whoever comes with it is not the person who bore it here before.
extension Application {
  /// Whether nobody else bore the number before, or two people say for this case who its owner is.
  func numberIsOwn(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    !service.keepsOneLive || circumstances.facts.heldByOthers.isEmpty || barIsLifted(by: act, in: circumstances)
  }

  /// Whether a certificate under the number to which a correction leads ended as somebody else's: neither the name before
  /// the correction nor the one after it is the holder's.
  ///
  /// Of one that is in use, or that ended by a death, more is said elsewhere, and two people do not lift it.
  public func isOthers(_ held: Certificate, about certificate: Certificate?, on day: Day) -> Bool {
    guard service == .renewInformation, let certificate, held.identity == self[.identity],
      held.identity != certificate.identity, !held.state(on: day).isActive, held.state != .spoiled, !held.isEndedByDeath
    else { return false }
    return !Set([applicant, certificate.name].map { Cleaning.name($0).text }).contains(Cleaning.name(held.name).text)
  }

  /// The certificates of others that bore the applicant's number, as it was decided when the case was taken in.
  public var apartFrom: [String] {
    [Move.accept, .arrive].flatMap { WrittenList.items(value("apart_from", of: $0)) }
  }

  /// What is kept where two people decided so.
  func apartEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let others = circumstances.facts.heldByOthers.map(\.number)
    return service.keepsOneLive && !others.isEmpty ? ["apart_from": others.joined(separator: ",")] : [:]
  }

  /// Whoever decides sees whose number it was, and on what ground it is taken for the applicant's.
  func apartWarning(_ others: [Certificate], on day: Day) -> [Warning] {
    guard let other = others.last else { return [] }
    let ground = [Move.accept, .arrive].map { value("override", of: $0) }.first { !$0.isEmpty }?.quoted() ?? ""
    return [
      Warning(
        code: .numberCorrected,
        sentence: standing(of: other, on: day)
          + Phrase("；受理时认定属申请人：\(ground)", "; taken for the applicant's: \(ground)"),
        possibleFrom: nil, source: .design)
    ]
  }

  /// The same before anybody has decided so.
  func othersWarning(_ others: [Certificate], on day: Day) -> [Warning] {
    let open = others.filter { !apartFrom.contains($0.number) }
    guard let other = open.last, !Self.decided.contains(state) else { return [] }
    return [Warning(code: .numberCorrected, sentence: standing(of: other, on: day), possibleFrom: nil, source: .design)]
  }

  /// What is said where a number stood on somebody else's certificate.
  func numberWords(of others: [Certificate], on day: Day) -> (Phrase, Phrase?) {
    guard let other = others.last else { return (Phrase("号码属申请人", "The number is the applicant's"), nil) }
    return (
      standing(of: other, on: day),
      other.state == .replaced
        ? Phrase(
          "是同一人的，请用更正后的号码办理；确是号码的主人的，写明依据并由审核主管或理事长同时确认",
          "The same person comes under the new number; its owner takes a ground and a supervisor or the chair as second person"
        )
        : Phrase(
          "请对照身份证和公安证明核对号码；确是申请人的号码（那本证的号码登记有误，或是其曾用名）的，写明依据并由审核主管或理事长同时确认",
          "Compare identity card and the police's proof; where it is the applicant's (that certificate had a wrong number, or a former name), it takes a ground and a supervisor or the chair as second person"
        )
    )
  }

  /// Whose number it was, and what became of that certificate.
  private func standing(of other: Certificate, on day: Day) -> Phrase {
    let (name, held) = (Masking.name(other.name), Masking.certificate(other.number))
    let isSame = Cleaning.name(other.name).text == Cleaning.name(applicant).text
    let same = isSame ? Phrase("；姓名与申请人相同", "; the name is the same") : Phrase("", "")
    if other.state == .replaced {
      let corrected = other.day(of: .replace)?.iso ?? ""
      return Phrase(
        "此号码原登记在「\(name)」的证件 \(held) 上，\(corrected) 已更正为另一号码",
        "The number stood on \(held) of “\(name)” until it was corrected on \(corrected)") + same
    }
    let reason = other.cancellation.map { Phrase("：", ": ") + $0.name } ?? Phrase("", "")
    let bar = Day(iso: other.entries.text("cancel.bar_ends")).flatMap {
      other.state == .cancelled && $0 > day ? $0 : nil
    }
    return Phrase(
      "此号码登记在「\(name)」的证件 \(held) 上（\(other.since) 起",
      "The number stands on \(held) of “\(name)” (since \(other.since) ")
      + other.state.name + reason
      + (bar.map { Phrase("，\($0) 前不得重新申请", ", barred until \($0)") } ?? Phrase("", "")) + Phrase("）", ")") + same
  }
}
