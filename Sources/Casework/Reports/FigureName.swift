/// What a figure is called, and where it stands.
public enum FigureName {
  public static func name(of code: String) -> Phrase {
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    guard let head = parts.first else { return .verbatim(code) }
    let main = group(head)
    return parts.count == 1 ? main : main + Phrase("：", ": ") + member(of: head, parts[1])
  }

  /// What a member of a group is called: `by_grade`, `2` → 二级.
  public static func member(of group: String, _ code: String) -> Phrase {
    let unknown = Phrase("未记", "not recorded")
    switch group {
    case "cancelled": return CancellationReason(rawValue: code)?.name ?? .verbatim(code)
    case "by_state": return Certificate.State(rawValue: code)?.name ?? unknown
    case "by_category": return Int(code).flatMap(DisabilityCategory.init(rawValue:))?.name ?? unknown
    case "by_grade": return Int(code).flatMap(Grade.init(rawValue:))?.name ?? unknown
    case "by_both":
      let parts = code.split(separator: "-").map(String.init)
      guard parts.count == 2 else { return unknown }
      return member(of: "by_category", parts[0]) + .verbatim(" ") + member(of: "by_grade", parts[1])
    case "by_sex": return Sex(rawValue: code)?.name ?? unknown
    case "by_age": return code.isEmpty ? unknown : Phrase("\(code) 岁", code)
    case "sweeps":
      guard let (quarter, figure) = SweepFigure.named("sweeps.\(code)") else { return .verbatim(code) }
      return .verbatim(quarter.text + " ") + figure.name
    default: return code.isEmpty ? unknown : .verbatim(code)
    }
  }

  /// A text that sorts as the figures stand on the sheets.
  static func place(of code: String) -> String {
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    let index = order.firstIndex(of: parts.first ?? "") ?? order.count
    let rank = parts.count > 1 ? memberRank(parts[0], parts[1]) : 0
    return "\(index + 100) \(rank + 1000) \(code)"
  }

  private static func memberRank(_ group: String, _ code: String) -> Int {
    switch group {
    case "cancelled": CancellationReason.allCases.firstIndex { $0.rawValue == code } ?? 99
    case "by_state": Certificate.State.allCases.firstIndex { $0.rawValue == code } ?? 99
    case "by_age": Int(code.prefix { $0.isNumber }) ?? 999
    case "sweeps":
      SweepFigure.named("sweeps.\(code)").map { quarter, figure in
        100 * quarter.number + (SweepFigure.allCases.firstIndex(of: figure) ?? 99)
      } ?? 999
    default: 0
    }
  }

  private static let order =
    ["opening"] + ReportLine.allCases.filter { $0.effect != 0 }.map(\.rawValue) + ["closing"]
    + [ReportLine.frozen, .unfrozen].map(\.rawValue) + Figures.divisions + ["sweeps"]

  private static func group(_ code: String) -> Phrase {
    if let line = ReportLine(rawValue: code) { return line.name }
    return switch code {
    case "opening": Phrase("期初在册", "Opening")
    case "closing": Phrase("期末在册", "Closing")
    case "by_state": Phrase("期末按状态", "By state")
    case "by_category": Phrase("期末按类别", "By category")
    case "by_grade": Phrase("期末按等级", "By grade")
    case "by_both": Phrase("期末按类别等级", "By category and grade")
    case "by_township": Phrase("期末按乡镇", "By township")
    case "by_village": Phrase("期末按村", "By village")
    case "by_age": Phrase("期末按年龄", "By age")
    case "by_sex": Phrase("期末按性别", "By sex")
    case "sweeps": Phrase("季度核销", "Sweeps")
    default: .verbatim(code)
    }
  }
}
