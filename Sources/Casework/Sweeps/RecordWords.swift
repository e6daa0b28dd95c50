/// What the words in which a row tells its kind come to, and whether it takes a person to say so (domain: 5.1).
struct RecordWords: Sendable {
  let kind: PoliceRecordKind
  /// Whether something stands beside a known kind of which nobody knows what it does to it: 死亡注销(某种情形).
  let isUnclear: Bool
  /// Of a death, whether a court declared it.
  let isDeclared: Bool

  init(_ text: String) {
    isDeclared = PoliceRow.deathKind(in: text) == .declared
    let written = PoliceRecordKind.cleaned(text)
    if let kind = PoliceRecordKind.named(written) {
      (self.kind, isUnclear) = (kind, false)
      return
    }
    guard let open = written.firstIndex(of: "("), let kind = PoliceRecordKind.named(String(written[..<open])) else {
      (kind, isUnclear) = (.other, false)
      return
    }
    let besides = written[written.index(after: open)...].filter { $0 != "(" && $0 != ")" }
    guard kind.isDivided(by: besides) else {
      (self.kind, isUnclear) = (.other, false)
      return
    }
    (self.kind, isUnclear) = (kind, kind == .death && !Self.isWayToDie(besides))
  }

  /// Whether words under a heading like 死亡注销类别 are known to say which death it was; codes stand for such words.
  private static func isWayToDie(_ words: String) -> Bool {
    words.utf8.allSatisfy { (48...57).contains($0) } || PoliceRecordKind.named(words) == .death || ways.contains(words)
  }

  private static let ways: Set<String> = [
    "正常", "非正常", "自然死亡", "病故", "病亡", "病逝", "因病死亡", "疾病", "疾病死亡", "意外", "意外死亡", "事故", "事故死亡", "交通事故",
    "自杀", "他杀", "溺水", "去世", "逝世", "亡故", "其他", "其他死亡",
  ]
}

extension PoliceRecordKind {
  /// Whether words beside a kind only say which one of it was, and not that it was none: 死亡注销(误), 迁出注销(死亡).
  public func isDivided(by words: String) -> Bool {
    let written = Self.cleaned(words)
    if let named = Self.named(written) { return named == self }
    let signs = Self.denials + (self == .death ? ["迁"] : ["死", "亡"]) + (self == .moveOut ? Self.within : [])
    return !signs.contains { written.contains($0) }
  }

  /// What takes a report back, or makes it another one, about another person or none.
  private static let denials = [
    "撤", "误", "错", "恢复", "取消", "更正", "变更", "作废", "疑", "未", "失踪", "下落", "重复", "重户", "重登", "入伍", "参军",
    "服役", "定居", "出国", "出境", "移居", "监护", "配偶", "亲属", "家属",
  ]
  private static let within = ["县内", "市内", "区内", "本县", "本市", "本区"]

  /// Words as they are compared: without blanks, brackets as they stand on a keyboard.
  fileprivate static func cleaned(_ text: String) -> String {
    String(
      Cleaning.name(text).text.map { character -> Character in
        character == "（" ? "(" : character == "）" ? ")" : character
      })
  }

  fileprivate static func named(_ words: String) -> PoliceRecordKind? {
    switch words {
    case "死亡注销", "宣告死亡", "死亡", "正常死亡", "非正常死亡", "死亡销户", "火化": .death
    case "户口迁出", "迁出注销", "迁出", "迁往市外", "迁往县外", "迁往省外", "迁往他县", "迁往他省": .moveOut
    case "县内移居", "县内迁移", "县(市)内移居": .moveWithin
    case "身份号码变更", "公民身份号码变更", "身份证号码变更", "公民身份号码更正", "身份号码更正": .identityChanged
    case "姓名变更", "姓名更正": .nameChanged
    default: nil
    }
  }
}
