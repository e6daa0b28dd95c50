/// A signature or an approval by a password that somebody else set: it may not be the signer's own (features: 21).
extension Application {
  /// Whoever decides is told of the seats, whoever looks later of the decision as well; those who sign beside them have
  /// to give their own opinion alone.
  var secretWarnings: [Warning] {
    let seats: [Warning] =
      state == .panel
      ? []
      : signatures.filter { !$0.secretBy.isEmpty && stands($0) }.map { signature in
        let name = memberName(signature.staff)
        return Self.secretWarning(
          Phrase("「\(name)」的签字", "the signature of “\(name)”"), signature.secretBy)
      }
    let giver = value("secret_by", of: .approve)
    return seats
      + (giver.isEmpty || day(of: .approve) == nil ? [] : [Self.secretWarning(Phrase("审批", "the approval"), giver)])
  }

  private static func secretWarning(_ what: Phrase, _ giver: String) -> Warning {
    Warning(
      code: .secretOfAnother,
      sentence: what
        + Phrase(
          "所用密码是「\(giver)」设的，本人还没有改过",
          " was made with a password that “\(giver)” had set and its owner not changed"),
      possibleFrom: nil, source: Phrase("请向本人核实", "ask that person"))
  }
}
