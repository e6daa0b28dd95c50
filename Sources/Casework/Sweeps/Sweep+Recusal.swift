extension SweepRow {
  /// Whether it is, or may be, about somebody with one of these citizen numbers, by which a certificate's number begins.
  public func isAbout(anyOf numbers: [String]) -> Bool {
    numbers.contains { number in
      identity == number || people.contains { $0.hasPrefix(number) } || given.target?.hasPrefix(number) ?? false
    }
  }
}

/// Rows from which whoever acts is kept, and who may act instead.
public struct OwnRows: Hashable, Sendable {
  public let rows: [Int]
  /// As people are called.
  public let others: [String]

  public init(rows: [Int], others: [String]) {
    self.rows = rows
    self.others = others
  }

  public static let none = OwnRows(rows: [], others: [])
}

extension Refusal {
  /// Deciding on rows about oneself or a relative, or confirming them (SOD-6).
  static func ownRows(_ own: OwnRows) -> Refusal {
    let rows = own.rows.map(String.init)
    let names = own.others
    return Refusal(
      Sweep.Requirement.notOwnRows.rawValue,
      Phrase(
        "第 \(rows.joined(separator: "、")) 行是本人或亲属的，须回避",
        "Row \(rows.joined(separator: ", ")) is about yourself or a relative"),
      remedy: names.isEmpty
        ? Phrase("没有别的可办人员，请系统管理员另行指定", "Nobody else may act: the administrator names somebody")
        : Phrase("请由\(names.joined(separator: "、"))办理", "\(names.joined(separator: ", ")) may do it"))
  }
}
