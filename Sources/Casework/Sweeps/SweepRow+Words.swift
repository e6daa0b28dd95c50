extension SweepRow {
  /// Why it was found to be what it is, in words.
  public var why: Phrase {
    switch sweepClass {
    case .exact: Phrase("号码、姓名都相符", "number and name agree")
    case .nameMismatch:
      reason == "explained"
        ? Phrase("姓名不同，备注说明曾用此名", "names differ, the remark explains it")
        : Phrase("号码相符，姓名不同", "the number agrees, the name does not")
    case .inactive: Phrase("证件都已失效", "every certificate has ended")
    case .candidate:
      Phrase("号码不在册；同名同生日 \(candidates.count) 人", "number unknown; \(candidates.count) of the same name and birth")
    case .none: Phrase("登记册中没有", "not in the register")
    case .duplicate: Phrase("与第 \(duplicateOf ?? 0) 行重复", "the same as row \(duplicateOf ?? 0)")
    case .malformed: IdentityProblem(rawValue: reason)?.advice.unended ?? Phrase("号码有误", "the number is wrong")
    }
  }

  /// Why it may only be decided by itself, in words.
  public var whySingly: Phrase {
    if !blocks.isEmpty {
      return Phrase(
        blocks.map(\.name.chinese).joined(separator: "、"), blocks.map(\.name.english).joined(separator: ", "))
    }
    guard sweepClass == .exact else { return why }
    return Phrase("「\(kind.name.chinese)」没有对应的办理", "nothing follows from “\(kind.name.english)”")
  }
}

extension Phrase {
  /// Without the full stop, for a place in a longer sentence.
  fileprivate var unended: Phrase {
    Phrase(
      chinese.hasSuffix("。") ? String(chinese.dropLast()) : chinese,
      english.hasSuffix(".") ? String(english.dropLast()) : english)
  }
}
