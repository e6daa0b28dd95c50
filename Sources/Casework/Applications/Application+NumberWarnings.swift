/// What is odd in a number that passes every check: it refuses nothing, and people look at it (domain: 4.1).
extension Application {
  /// District, age and birth date of the number, while the case is not decided.
  public func numberWarnings(on today: Day) -> [Warning] {
    guard service.isAskedByHolder, !Self.decided.contains(state) else { return [] }
    let helpers = [CaseField.guardianIdentity, .agentIdentity].flatMap { helperWarning(of: $0, on: today) }
    guard let identity else { return helpers }
    return districtWarning(of: identity) + ageWarning(of: identity, on: today) + birthWarning(of: identity) + helpers
  }

  /// The number of whoever acts for the applicant is refused only where one is due; anywhere else it is looked at.
  private func helperWarning(of field: CaseField, on today: Day) -> [Warning] {
    guard !self[field].isEmpty else { return [] }
    let number = IdentityNumber(self[field])
    let problem =
      number == nil
      ? Phrase("未通过校验", " fails the check")
      : (number?.birth.age(on: today) ?? 18) < 18 ? Phrase("按号码未满 18 周岁", " is that of a minor") : nil
    guard let problem else { return [] }
    return [
      Warning(
        code: .helperNumberOdd, sentence: service.input(for: field).name + problem, possibleFrom: nil,
        source: Phrase("对照其身份证", "compare the identity card"))
    ]
  }

  /// A district that no table knows; asked of whoever comes into the register, or under another number.
  private func districtWarning(of identity: IdentityNumber) -> [Warning] {
    let isNew = !service.isOnCertificate || WrittenList.items(entries.text("changes")).contains("identity")
    guard isNew, Districts.standing(of: identity.district) == .unknown else { return [] }
    return [
      Warning(
        code: .districtUnknown,
        sentence: Phrase(
          "身份号码前 6 位 \(identity.district) 不在区划表中，请对照身份证核实",
          "the district \(identity.district) of the number is in no table: compare the identity card"),
        possibleFrom: nil, source: Phrase("GB/T 2260", "GB/T 2260"))
    ]
  }

  private func ageWarning(of identity: IdentityNumber, on today: Day) -> [Warning] {
    let age = identity.birth.age(on: today)
    guard age > Self.greatAge else { return [] }
    return [
      Warning(
        code: .veryOld,
        sentence: Phrase(
          "按身份号码 \(identity.birth) 生，已 \(age) 岁：请核对号码，并核实本人在世",
          "born \(identity.birth) by the number, aged \(age): check the number, and that the person lives"),
        possibleFrom: nil, source: Phrase("GB 11643", "GB 11643"))
    ]
  }

  private func birthWarning(of identity: IdentityNumber) -> [Warning] {
    guard let told = Day(iso: self[.birth]), told != identity.birth else { return [] }
    return [
      Warning(
        code: .birthDiffers,
        sentence: Phrase(
          "登记的出生日期 \(told) 与身份号码（\(identity.birth)）不一致",
          "the birth date given, \(told), is not that of the number, \(identity.birth)"),
        possibleFrom: nil, source: Phrase("GB 11643", "GB 11643"))
    ]
  }

  private static let greatAge = 100
}
