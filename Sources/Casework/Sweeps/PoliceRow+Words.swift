extension PoliceRow {
  /// What it reports, as far as its own words tell.
  public var kindName: Phrase {
    let known = PoliceRecordKind(kind)
    return switch (known, deathKind) {
    case (.death, .cremated): Phrase("火化", "Cremated")
    case (.death, .declared): Phrase("宣告死亡", "Declared dead")
    case (.other, _) where !kind.isEmpty: Phrase("其他：", "Other: ") + .verbatim(kind)
    default: known.name
    }
  }

  /// The same where there is little room: of what is no known kind the words themselves.
  public var kindWord: Phrase { PoliceRecordKind(kind) == .other && !kind.isEmpty ? .verbatim(kind) : kindName }

  /// Its remark, and what a move or a change leads to.
  public var besides: Phrase { besides(isRevealed: false) }

  /// The same with numbers whole, for somebody who has uncovered them.
  public func besides(isRevealed: Bool) -> Phrase {
    let number = isRevealed ? { $0 } : Masking.identity
    return .joined(
      [
        Denial.words(of: note), told(.newName, Phrase("新姓名 ", "new name ")) { $0 },
        told(.newIdentity, Phrase("新号码 ", "new number "), shown: number),
        told(.formerIdentity, Phrase("原号码 ", "former number "), shown: number),
        told(.destination, Phrase("迁往 ", "to ")) { $0 },
      ], by: Phrase("；", "; "))
  }

  /// The same for a list: numbers that stand in the remark itself are covered as well.
  public var remark: Phrase {
    Phrase(Masking.numbers(in: besides.chinese), Masking.numbers(in: besides.english))
  }

  private func told(_ detail: Detail, _ name: Phrase, shown: (String) -> String) -> Phrase {
    details[detail].map { name + .verbatim(shown($0)) } ?? Phrase("", "")
  }
}
