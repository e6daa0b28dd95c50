extension SweepRow {
  /// The name that the file gives as the present one, where it does.
  public var newName: String? {
    guard kind == .nameChanged else { return nil }
    let told = Remark.values(after: ["变更后姓名", "现姓名", "新姓名"], in: source.note).first { !$0.isEmpty }
    if let told { return told }
    return sweepClass == .nameMismatch ? Cleaning.name(source.name).text : nil
  }

  /// The citizen number that the file gives as the present one, where it does and the number passes every check.
  public var newIdentity: String? {
    guard kind == .identityChanged else { return nil }
    let labels = ["变更后公民身份号码", "变更后身份证号", "现公民身份号码", "现身份证号", "新公民身份号码", "新身份证号", "新号码"]
    return Remark.values(after: labels, in: source.note)
      .compactMap { IdentityNumber(Cleaning.number($0).text.uppercased())?.text }.first
  }
}

/// What a remark tells behind a label: `现姓名:左淑欣`.
enum Remark {
  static func values(after labels: [String], in note: String) -> [String] {
    labels.compactMap { label in
      guard let found = note.firstRange(of: label) else { return nil }
      let rest = note[found.upperBound...].drop { " :：　".contains($0) }
      let value = rest.prefix { !",，;；。、 )）".contains($0) && !$0.isNewline }
      return Cleaning.name(String(value)).text
    }
  }
}
