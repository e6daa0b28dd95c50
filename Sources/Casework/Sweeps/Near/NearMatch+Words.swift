extension NearMatch {
  /// The reasons in one sentence: what differs, what is the same, how many share it.
  public var words: Phrase {
    let same = reasons.filter { $0.finding == .same || $0.finding == .sameVillage }.map(\.sameWord)
    let differing = reasons.filter {
      ![.same, .sameVillage, .sameDistrict].contains($0.finding) && $0.field != .register
    }
    let parts =
      differing.filter { $0.field != .namesakes && $0.field != .earlier }.map(\.words)
      + (same.isEmpty ? [] : [Phrase.listed(same) + Phrase("相同", " the same")])
      + differing.filter { $0.field == .namesakes || $0.field == .earlier }.map(\.words)
    guard let first = parts.first else { return Phrase("", "") }
    return parts.dropFirst().reduce(first) { $0 + Phrase("；", "; ") + $1 }
  }
}

extension Phrase {
  fileprivate static func listed(_ items: [Phrase]) -> Phrase {
    Phrase(items.map(\.chinese).joined(separator: "、"), items.map(\.english).joined(separator: ", "))
  }
}

extension NearReason {
  /// The finding in words; what the register has stands before the arrow, what the row has behind it.
  public var words: Phrase {
    switch finding {
    case .same, .sameVillage: sameWord + Phrase("相同", " the same")
    case .different: field.name + Phrase("不同", " differs")
    case .oneDigit where field == .birth: Phrase("出生日期差一位：\(change)", "birth date differs in one digit: \(change)")
    case .oneDigit:
      Phrase("公民身份号码第 \(detail(0)) 位不同：\(change(1))", "identity number differs in digit \(detail(0)): \(change(1))")
    case .neighboursSwapped: swappedWords
    case .missingDigit: Phrase("公民身份号码少一位（第 \(detail(0)) 位）", "identity number lacks digit \(detail(0))")
    case .extraDigit:
      Phrase("公民身份号码多一位（第 \(detail(0)) 位）", "identity number has one digit too many, the \(detail(0))th")
    case .unreadableDigits:
      Phrase("公民身份号码看得见的 \(detail(0)) 位相符", "the \(detail(0)) readable digits of the number agree")
    case .sameDistrict: Phrase("公民身份号码不同（地区码相同）", "another identity number of the same district")
    case .ofAnother: Phrase("公民身份号码是另一持证人的", "the identity number is that of another holder")
    case .formerNumber: Phrase("名单所写的原号码即此人号码", "the former number that the list gives is this person's")
    case .people where field == .register: Phrase("名册共 \(detail(0)) 本证", "of \(detail(0)) certificates in the register")
    case .people: Phrase("本县同名同生 \(detail(0)) 人", "\(detail(0)) people of that name and birth date in the county")
    case .notTheSame: Phrase("\(detail(0)) 已判定非同一人", "told apart in \(detail(0)): not the same person")
    case .dayAndMonth: Phrase("出生日期月日颠倒：\(change)", "day and month of birth swapped: \(change)")
    case .neighbouring: Phrase("出生日期相近：\(change)", "birth date close by: \(change)")
    case .likeVillage: Phrase("村名相近：\(change)", "a village of a similar name: \(change)")
    case .sameTownship: Phrase("同乡镇不同村", "same township, another village")
    default: nameWords
    }
  }

  private var nameWords: Phrase {
    let change = change(1)
    return switch finding {
    case .variant:
      Phrase("姓名第 \(detail(0)) 字异体：\(change)", "a variant of character \(detail(0)) of the name: \(change)")
    case .soundsAlike:
      Phrase("姓名第 \(detail(0)) 字同音：\(change)", "character \(detail(0)) of the name sounds the same: \(change)")
    case .oneCharacter:
      Phrase("姓名第 \(detail(0)) 字不同：\(change)", "the name differs in character \(detail(0)): \(change)")
    case .unreadable: Phrase("姓名第 \(detail(0)) 字无法辨认", "character \(detail(0)) of the name cannot be read")
    case .missingCharacter: Phrase("姓名少一字：\(detail(1))", "the name lacks a character: \(detail(1))")
    case .extraCharacter: Phrase("姓名多一字：\(detail(1))", "the name has one character more: \(detail(1))")
    case .dots: Phrase("姓名仅间隔号不同", "only the dots of the name differ")
    case .partsSwapped: Phrase("姓名各段次序不同", "the parts of the name in another order")
    case .partMissing: Phrase("姓名缺一段", "a part of the name is missing")
    case .transcribed: Phrase("姓名译音用字相近", "the name transcribed with other characters")
    default: Phrase(finding.rawValue, finding.rawValue)
    }
  }

  private var swappedWords: Phrase {
    switch field {
    case .birth: Phrase("出生日期相邻两位颠倒：\(change)", "neighbouring digits of the birth date swapped: \(change)")
    case .name: Phrase("姓名相邻两字颠倒", "neighbouring characters of the name swapped")
    default:
      Phrase(
        "公民身份号码第 \(detail(0))、\(detail(1)) 位颠倒", "digits \(detail(0)) and \(detail(1)) of the identity number swapped")
    }
  }

  fileprivate var sameWord: Phrase { finding == .sameVillage ? Phrase("村", "village") : field.name }

  private func detail(_ place: Int) -> String { place < details.count ? details[place].printable() : "" }
  private var change: String { change(0) }
  private func change(_ place: Int) -> String { "\(detail(place))→\(detail(place + 1))" }
}

extension NearReason.Field {
  public var name: Phrase {
    switch self {
    case .identity: Phrase("公民身份号码", "identity number")
    case .name: Phrase("姓名", "name")
    case .birth: Phrase("出生日期", "birth date")
    case .address: Phrase("住址", "address")
    case .sex: Phrase("性别", "sex")
    case .register: Phrase("名册", "register")
    case .namesakes: Phrase("同名同生", "namesakes")
    case .earlier: Phrase("以往判定", "earlier decision")
    }
  }
}
