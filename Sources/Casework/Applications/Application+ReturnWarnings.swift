/// Somebody who left this register and comes back: what the papers say may contradict what it holds (domain: 2.6).
///
/// Nothing is decided by it: whoever takes the case in and whoever decides see both values.
extension Application {
  /// - Parameter held: the person's last certificate in this register.
  public func returnWarnings(against held: Certificate?) -> [Warning] {
    guard service == .transferIn, !Self.decided.contains(state), let held else { return [] }
    return disabilityWarning(against: held) + datesWarning(against: held) + originWarning(against: held)
      + nameWarning(against: held) + cancelledWarning(of: held)
  }

  private func disabilityWarning(against held: Certificate) -> [Warning] {
    guard let brought = CertificateNumber(self[.certificate]), let category = held.category, let grade = held.grade,
      brought.category != category || brought.grade != grade
    else { return [] }
    let (papers, register) = (
      brought.category.name + Phrase("", " ") + brought.grade.name,
      category.name + Phrase("", " ") + grade.name + Phrase("（", " (")
    )
    return [
      Warning(
        code: .disabilityDiffers,
        sentence: Phrase("迁入材料为 ", "the papers say ") + papers + Phrase("，本县登记册为 ", ", this register ") + register
          + .verbatim(Masking.certificate(held.number))
          + Phrase(
            "）：可能须重新评定，存疑的填「存疑须重新评定的理由」", "): an assessment may be needed; if in doubt, fill in the doubt"),
        possibleFrom: nil, source: .measures(23))
    ]
  }

  private func datesWarning(against held: Certificate) -> [Warning] {
    guard !self[.validFrom].isEmpty, !self[.validTo].isEmpty,
      held[.validFrom] != self[.validFrom] || held[.validTo] != self[.validTo]
    else { return [] }
    let comesBack = held.state == .movedOut && held.number == self[.certificate]
    let (papers, register) = (
      "\(self[.validFrom])～\(self[.validTo])", "\(held[.validFrom])～\(held[.validTo])"
    )
    return [
      Warning(
        code: .datesDiffer,
        sentence: Phrase(
          "迁入材料的有效期为 \(papers)，本县登记册为 \(register)", "valid \(papers) by the papers, \(register) by this register")
          + (comesBack
            ? Phrase("：迁回的原证按登记册", ": the certificate comes back with those of the register")
            : Phrase("：按迁入材料登记", ": those of the papers are registered")),
        possibleFrom: nil, source: .measures(23))
    ]
  }

  private func originWarning(against held: Certificate) -> [Warning] {
    let sent = held.entries.text("move_out.destination")
    guard held.state == .movedOut, !sent.isEmpty, !self[.origin].isEmpty else { return [] }
    let (told, known) = (Districts.codes(writtenIn: self[.origin]), Districts.codes(writtenIn: sent))
    let agree =
      told.isEmpty || known.isEmpty
      ? Cleaning.field(self[.origin]) == Cleaning.field(sent) : told.contains(where: known.contains)
    guard !agree else { return [] }
    let day = held.day(of: .moveOut)?.iso ?? ""
    return [
      Warning(
        code: .originDiffers,
        sentence: Phrase(
          "迁入材料的迁出地为 \(originName)，本县登记册 \(day) 迁往 \(Self.placeName(sent))",
          "moved from \(originName) by the papers; this register sent it to \(Self.placeName(sent)) on \(day)"),
        possibleFrom: nil, source: .measures(23))
    ]
  }

  private func nameWarning(against held: Certificate) -> [Warning] {
    guard !applicant.isEmpty, Cleaning.name(held.name).text != Cleaning.name(applicant).text else { return [] }
    return [
      Warning(
        code: .nameDiffers,
        sentence: Phrase(
          "迁入材料的姓名为「\(applicant)」，本县登记册为「\(held.name)」",
          "“\(applicant)” by the papers, “\(held.name)” by this register"),
        possibleFrom: nil, source: .measures(23))
    ]
  }

  private func cancelledWarning(of held: Certificate) -> [Warning] {
    guard held.state == .cancelled else { return [] }
    let reason = held.cancellation?.name ?? Phrase("原因不详", "reason unknown")
    let day = (held.day(of: .cancel) ?? held.since).iso
    return [
      Warning(
        code: .wasCancelled,
        sentence: Phrase("本县登记册中此人的证件 \(day) 已注销：", "this register cancelled the person's certificate on \(day): ")
          + reason,
        possibleFrom: nil, source: .measures(23))
    ]
  }
}
