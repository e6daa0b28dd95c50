/// A number under which the register had somebody else until it was corrected (domain: 3.3, 4.3; features: 35).
///
/// Old and new number stay linked for life, and a certificate number is never used twice. But the citizen number is its
/// owner's: two people decide, with a ground, that whoever comes with it is not the person whose number was corrected.
extension Application {
  /// Whether nobody bore the number before, or two people say for this case who its owner is.
  func numberIsOwn(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    !service.keepsOneLive || circumstances.facts.correctedAway.isEmpty || barIsLifted(by: act, in: circumstances)
  }

  /// The certificates of others that bore the applicant's number, as it was decided when the case was taken in.
  public var apartFrom: [String] {
    [Move.accept, .arrive].flatMap { WrittenList.items(value("apart_from", of: $0)) }
  }

  /// What is kept where two people decided so.
  func apartEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let others = circumstances.facts.correctedAway.map(\.number)
    return service.keepsOneLive && !others.isEmpty ? ["apart_from": others.joined(separator: ",")] : [:]
  }

  /// Whoever decides sees whose number it was, and on what ground it is taken for the applicant's.
  var apartWarning: [Warning] {
    guard !apartFrom.isEmpty else { return [] }
    let held = apartFrom.map(Masking.certificate).joined(separator: "、")
    let ground = [Move.accept, .arrive].map { value("override", of: $0) }.first { !$0.isEmpty }?.quoted() ?? ""
    return [
      Warning(
        code: .numberCorrected,
        sentence: Phrase(
          "此号码曾登记在他人的证件 \(held) 上，后已更正；受理时认定属申请人：\(ground)",
          "the number stood on another person's \(held) until it was corrected; taken for the applicant's: \(ground)"),
        possibleFrom: nil, source: .design)
    ]
  }

  /// The same before anybody has decided so.
  func correctedWarning(_ others: [Certificate]) -> [Warning] {
    let open = others.filter { !apartFrom.contains($0.number) }
    guard !open.isEmpty, !Self.decided.contains(state) else { return [] }
    return [
      Warning(code: .numberCorrected, sentence: numberWords(of: open).0, possibleFrom: nil, source: .design)
    ]
  }

  /// What is said where a number stood on somebody else's certificate.
  func numberWords(of others: [Certificate]) -> (Phrase, Phrase?) {
    let other = others.last
    let (name, held) = (Masking.name(other?.name ?? ""), Masking.certificate(other?.number ?? ""))
    let day = other?.day(of: .replace)?.iso ?? ""
    let isSame = Cleaning.name(other?.name ?? "").text == Cleaning.name(applicant).text
    return (
      Phrase(
        "此号码原登记在「\(name)」的证件 \(held) 上，\(day) 已更正为另一号码\(isSame ? "；姓名与申请人相同" : "")",
        "The number stood on \(held) of “\(name)” until it was corrected on \(day)\(isSame ? "; the name is the same" : "")"
      ),
      Phrase(
        "是同一人的，请用更正后的号码办理；确是号码的主人的，写明依据并由审核主管或理事长同时确认",
        "The same person comes under the new number; its owner takes a ground and a supervisor or the chair as second person"
      )
    )
  }
}
