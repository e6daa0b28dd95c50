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
  /// The same of each row, where one after the other may be decided by somebody else.
  public let ofEach: [Each]

  /// One row, and who may act on it.
  public struct Each: Hashable, Sendable {
    public let row: Int
    public let others: [String]

    public init(row: Int, others: [String]) {
      self.row = row
      self.others = others
    }
  }

  public init(rows: [Int], others: [String], ofEach: [Each] = []) {
    self.rows = rows
    self.others = others
    self.ofEach = ofEach
  }

  public static let none = OwnRows(rows: [], others: [])
}

extension Refusal {
  /// Deciding on rows about oneself or a relative, or confirming them (SOD-6).
  static func ownRows(_ own: OwnRows) -> Refusal {
    let rows = own.rows.map(String.init)
    return Refusal(
      Sweep.Requirement.notOwnRows.rawValue,
      Phrase(
        "第 \(rows.joined(separator: "、")) 行是本人或亲属的，须回避",
        "Row \(rows.joined(separator: ", ")) is about yourself or a relative"),
      remedy: own.remedy)
  }
}

extension OwnRows {
  /// Who does it, row by row where nobody may do all of them.
  fileprivate var remedy: Phrase {
    if !others.isEmpty {
      return Phrase("请由\(others.joined(separator: "、"))办理", "\(others.joined(separator: ", ")) may do it")
    }
    let each = ofEach.filter { !$0.others.isEmpty }
    let left = each.isEmpty ? rows : ofEach.filter(\.others.isEmpty).map(\.row)
    let told = each.map { one in
      Phrase(
        "第 \(one.row) 行请由\(one.others.joined(separator: "、"))办理",
        "row \(one.row): \(one.others.joined(separator: ", "))")
    }
    let numbers = left.map(String.init)
    let nobody = Phrase(
      "第 \(numbers.joined(separator: "、")) 行本办公室没有能办的人：请系统管理员给上级残联或邻县的人员设账号，由其办理",
      "nobody at this office may act on row \(numbers.joined(separator: ", ")): the administrator makes an account for somebody "
        + "of the federation above or of a county beside, who does it")
    return .joined(told + (left.isEmpty ? [] : [nobody]), by: Phrase("；", "; "))
  }
}
