/// One value that a move asks for.
public struct Input: Hashable, Sendable {
  /// How a value is written and looked at.
  public enum Kind: Hashable, Sendable {
    case text
    /// Of a person, as it is written.
    case name
    case longText
    /// Why it is done, in words that say something (`Reason`).
    case reason
    case identity
    case day
    case number
    /// A number from 1.
    case count
    /// Ticked as seen: `yes`.
    case confirmation
    case category
    /// 1…4, or `none` where the standard is not met.
    case grade
    case materials
    case waivers
    case staff
    /// One who serves as clerk.
    case clerk
    case institution
    /// `acuity_left=0.01,acuity_right=0.02`.
    case measurements
    /// The parts of a multiple disability, `1:2,4:3`.
    case parts
    /// Parts of a multiple disability that were found elsewhere, `6:JS:王医生:2026-03-01`: category, code of the
    /// institution, doctors, day.
    case partResults
    /// The place of a file, which whoever may read files gives to the store as well.
    case file
    case choice([Choice])
  }

  /// One of several values that a field may have.
  public struct Choice: Hashable, Sendable {
    public let code: String
    public let name: Phrase

    public init(_ code: String, _ name: Phrase) {
      self.code = code
      self.name = name
    }
  }

  public let code: String
  public let name: Phrase
  public let kind: Kind
  public let isRequired: Bool

  init(_ code: String, _ name: Phrase, _ kind: Kind = .text, optional: Bool = false) {
    self.code = code
    self.name = name
    self.kind = kind
    isRequired = !optional
  }

  /// Refuses unknown codes, missing values and values that cannot be read.
  public static func check(_ fields: Entries, against inputs: [Input]) throws(Refusal) {
    try checkCodes(of: fields, against: inputs)
    for input in inputs {
      if let text = fields[input.code], !text.isEmpty, let problem = input.problem(of: text) { throw problem }
    }
    let missing = inputs.filter { $0.isRequired && fields.text($0.code).isEmpty }
    if !missing.isEmpty { throw .fieldsMissing(missing) }
  }

  /// Refuses codes that are not asked for.
  public static func checkCodes(of fields: Entries, against inputs: [Input]) throws(Refusal) {
    let unknown = fields.pairs.first { field in !inputs.contains { $0.code == field.code } }
    if let unknown { throw .unknownField(unknown.code, known: inputs) }
  }

  /// What is wrong with a value, or `nil`.
  public func problem(of text: String) -> Refusal? {
    switch kind {
    case .reason where !Reason.isTold(by: text): .reasonSaysNothing(code)
    case .name where !Reason.hasLetter(text): .saysNothing(self, Phrase("至少一个字", "one letter at least"))
    case .text where isRequired && !Reason.hasMark(text), .longText where isRequired && !Reason.hasMark(text):
      .saysNothing(self, Phrase("至少一个字或数字", "one letter or digit at least"))
    case .confirmation where text == "no":
      unreadable(
        Phrase("没有的就不填这一项；要求理由的，在理由一项写明", "Leave it out where it is not so; where a reason is asked for, give that"))
    case .day where Day(iso: text) == nil:
      unreadable(Phrase("日期应写作 2026-09-30 且真实存在", "Write a real date as 2026-09-30"))
    case .number where Int(text).map({ $0 < 0 }) ?? true:
      unreadable(Phrase("应填整数", "A whole number is needed"))
    case .count where Int(text).map({ $0 < 1 }) ?? true:
      unreadable(Phrase("应填不小于 1 的整数", "A whole number from 1 is needed"))
    case .confirmation where text != "yes":
      unreadable(Phrase("确认后填 yes", "Confirm with yes"))
    case .category where Int(text).flatMap(DisabilityCategory.init(rawValue:)) == nil:
      unreadable(Phrase("类别为 1 至 7", "A category is 1 to 7"))
    case .grade where text != "none" && Int(text).flatMap(Grade.init(rawValue:)) == nil:
      unreadable(Phrase("等级为 1 至 4，不符合标准填 none", "A grade is 1 to 4, or none below the standard"))
    case .materials where Materials(text) == nil:
      unreadable(
        Phrase(
          "材料写作 ID,HK,PH×3，代码：\(MaterialCode.listed(.chinese))",
          "Write materials as ID,HK,PH×3; the codes: \(MaterialCode.listed(.english))"))
    case .measurements where Measurements(written: text) == nil:
      unreadable(Measurements.hint(on: text) ?? name)
    case .partResults where ResultShare.elsewhere(written: text) == nil:
      unreadable(
        Phrase(
          "每项写作 类别:机构代码:医生:评定日期，如 6:JS:王医生:2026-03-01，几项之间用逗号",
          "Write each part as category:institution code:doctors:day, as 6:JS:Wang:2026-03-01, with commas between parts"
        ))
    case .waivers where Materials.waivers(text) == nil:
      unreadable(Phrase("免交写作 代码:理由", "Write a waiver as CODE:reason"))
    case .waivers where Materials.waivers(text)?.values.contains { !Reason.isTold(by: $0) } ?? false:
      .reasonSaysNothing(code)
    case .choice(let choices) where !choices.contains(where: { $0.code == text }):
      unreadable(
        Phrase(
          "可填：\(choices.map { "\($0.code)（\($0.name.chinese)）" }.joined(separator: "、"))",
          "One of: \(choices.map { "\($0.code) (\($0.name.english))" }.joined(separator: ", "))"))
    default: nil
    }
  }

  private func unreadable(_ hint: Phrase) -> Refusal {
    Refusal(
      "bad_value", Phrase("「\(name.chinese)」填写有误", "“\(name.english)” cannot be read"), remedy: hint, fields: [code])
  }
}

extension Refusal {
  static func unknownField(_ code: String, known: [Input]) -> Refusal {
    let list = known.map(\.code).joined(separator: " ")
    return Refusal(
      "unknown_field", Phrase("没有「\(code)」这一项", "There is no field “\(code)”"),
      remedy: known.isEmpty
        ? Phrase("此项办理不需要填写", "This move takes no fields")
        : Phrase("可填：\(list)", "Known fields: \(list)"))
  }

  static func fieldsMissing(_ inputs: [Input]) -> Refusal {
    Refusal(
      "fields_missing",
      Phrase(
        "还缺 \(inputs.count) 项：\(inputs.map(\.name.chinese).joined(separator: "、"))",
        "\(inputs.count) missing: \(inputs.map(\.name.english).joined(separator: ", "))"),
      remedy: Phrase(
        "请填写 \(inputs.map(\.code).joined(separator: " "))", "Fill in \(inputs.map(\.code).joined(separator: " "))"),
      fields: inputs.map(\.code))
  }
}
