/// What a setting may hold, and how it is written.
public enum PolicyValue: Hashable, Sendable {
  case number(ClosedRange<Int>)
  /// A number, or nothing where the rule is off.
  case numberOrOff(ClosedRange<Int>)
  case yesNo
  /// Numbers out of these, parted by commas.
  case numbers([Int], mayBeEmpty: Bool)
  case choice([Input.Choice])
  /// Codes of papers, parted by commas; may be empty.
  case materials
  /// Codes of counties, parted by commas; may be empty.
  case counties
  /// Telephone numbers, parted by commas; may be empty.
  case phones

  /// The value as it is kept: cleaned, in one writing; `nil` where it cannot be read or is not allowed.
  public func kept(_ text: String) -> String? {
    let text = Cleaning.field(text).halfWidth.lowercased()
    let isOff = ["", "off", "无", "停用", "-"].contains(text)
    switch self {
    case .number(let bounds): return Int(text).flatMap { bounds.contains($0) ? String($0) : nil }
    case .numberOrOff(let bounds):
      return isOff ? "" : Int(text).flatMap { bounds.contains($0) ? String($0) : nil }
    case .yesNo:
      if ["true", "yes", "是"].contains(text) { return "true" }
      return ["false", "no", "否"].contains(text) ? "false" : nil
    case .numbers(let allowed, let mayBeEmpty):
      let numbers = isOff ? [] : WrittenList.items(text).map { Int($0) }
      guard numbers.allSatisfy({ $0.map(allowed.contains) ?? false }), mayBeEmpty || !numbers.isEmpty else {
        return nil
      }
      return Self.joined(numbers.compactMap { $0.map(String.init) })
    case .choice(let choices): return choices.first { $0.code == text }?.code
    case .materials:
      let codes = isOff ? [] : WrittenList.items(text.uppercased()).map(MaterialCode.init(rawValue:))
      return codes.contains(nil) ? nil : Self.joined(codes.compactMap { $0?.rawValue })
    case .phones:
      let phones = isOff ? [] : WrittenList.items(text)
      return phones.allSatisfy(Self.isPhone) ? phones.joined(separator: ",") : nil
    case .counties:
      let codes = isOff ? [] : WrittenList.items(text)
      return codes.allSatisfy(Self.isCounty) ? Self.joined(codes) : nil
    }
  }

  /// What may be written, in a sentence.
  public var allowed: Phrase {
    switch self {
    case .number(let bounds):
      Phrase(
        "\(bounds.lowerBound) 至 \(bounds.upperBound) 的整数",
        "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .numberOrOff(let bounds):
      Phrase(
        "\(bounds.lowerBound) 至 \(bounds.upperBound) 的整数，或 off（停用）",
        "a whole number from \(bounds.lowerBound) to \(bounds.upperBound), or off")
    case .yesNo: Phrase("true（是）或 false（否）", "true or false")
    case .numbers(let allowed, let mayBeEmpty): Self.allowed(allowed, orOff: mayBeEmpty)
    case .choice(let choices):
      Phrase(
        choices.map { "\($0.code)（\($0.name.chinese)）" }.joined(separator: "、"),
        "one of: \(choices.map { "\($0.code) (\($0.name.english))" }.joined(separator: ", "))")
    case .materials:
      Phrase("材料代码，以逗号分隔，如 MR,RP；或 off（不加）", "codes of papers with commas, as MR,RP; or off for none")
    case .phones: Phrase("电话号码，以逗号分隔，如 0745-7623456；或 off（无）", "telephone numbers with commas; or off for none")
    case .counties: Phrase("6 位县区代码，以逗号分隔；或 off（无）", "county codes of six digits with commas; or off for none")
    }
  }

  /// A kept value for people.
  public func words(_ kept: String) -> Phrase {
    switch self {
    case .yesNo: kept == "true" ? Phrase("是", "yes") : Phrase("否", "no")
    case .choice(let choices): choices.first { $0.code == kept }?.name ?? .verbatim(kept)
    case .number: .verbatim(kept)
    case .numberOrOff: kept.isEmpty ? Phrase("停用", "off") : .verbatim(kept)
    case .numbers, .materials, .counties, .phones: kept.isEmpty ? Phrase("无", "none") : .verbatim(kept)
    }
  }

  private static func isPhone(_ text: String) -> Bool {
    (5...20).contains(text.count) && text.allSatisfy { "0123456789-+".contains($0) }
  }

  private static func allowed(_ numbers: [Int], orOff: Bool) -> Phrase {
    let few = numbers.count < 10
    let list = numbers.map(String.init).joined(separator: ",")
    let range = "\(numbers.first ?? 0)…\(numbers.last ?? 0)"
    return Phrase(
      "\(few ? list : range) 中的数，以逗号分隔" + (orOff ? "；或 off（无）" : ""),
      "numbers of \(few ? list : range), parted by commas" + (orOff ? "; or off for none" : ""))
  }

  private static func joined(_ items: [String]) -> String {
    var seen: Set<String> = []
    return items.filter { seen.insert($0).inserted }.joined(separator: ",")
  }

  private static func isCounty(_ code: String) -> Bool {
    code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension PolicyKey {
  /// The value as it is kept.
  ///
  /// Throws `Refusal`, which says what is allowed.
  public func kept(_ text: String) throws(Refusal) -> String {
    guard let kept = value.kept(text) else {
      throw Refusal(
        "bad_value",
        Phrase("「\(name.chinese)」（\(code)）不能是「\(text)」", "“\(name.english)” (\(code)) cannot be “\(text)”"),
        remedy: Phrase("可填：\(value.allowed.chinese)", "Allowed: \(value.allowed.english)"))
    }
    return kept
  }
}
