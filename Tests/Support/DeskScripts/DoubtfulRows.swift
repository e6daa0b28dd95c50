public import PtyKit
import TerminalKit

/// Rows of a list in which another name stands beside each holder's number, looked at and decided one by one with a
/// reason (features: 44, two hundred in twenty minutes).
public struct DoubtfulRows {
  private let open: () throws -> PtySession
  private let password: String
  private let rows: Int
  /// The keys of a row at most.
  public private(set) var keys = 0

  /// - Parameter open: the desk of a store with the list as its only sweep.
  public init(_ rows: Int, password: String, open: @escaping () throws -> PtySession) {
    self.rows = rows
    self.password = password
    self.open = open
  }

  /// - Parameter painted: told of each row; what it is given takes from the last key until the next row stands there.
  public mutating func run(painted: (_ answered: () throws -> Void) throws -> Void = { try $0() }) throws {
    var desk = CountedDesk(try open())
    try desk.see("用户名")
    desk.data("fengjie")
    desk.press(.enter)
    desk.data(password)
    desk.press(.enter)
    try desk.see("办公桌", "核销 1 次")
    desk.press(.enter)
    try desk.see("季度核销")
    desk.press(.function(4))
    try desk.see("第 1 / \(rows) 行")
    for row in 1...rows {
      _ = desk.counted()
      desk.press("2", .down)
      try desk.see("补充：")
      try painted {
        desk.press(.enter)
        try desk.see("已定 \(row) ·")
      }
      keys = max(keys, desk.counted())
    }
  }

  /// So many holders, as a register that can be imported.
  public static func register(_ rows: Int) -> String {
    "残疾人证号,姓名,公民身份号码,户籍地址,残疾类别,残疾等级,发证日期,有效期止,证件状态\n"
      + numbers(rows).map { "\($0)43,王芳,\($0),湖南省洪江市沅河镇和平村,肢体,三级,2024-01-05,2034-01-05,有效\n" }.joined()
  }

  /// The list that reports all of them dead under another name.
  public static func list(_ rows: Int) -> String {
    "公民身份号码,姓名,户籍地址,变动类型,变动日期,备注\n"
      + numbers(rows).map { "\($0),王平,湖南省洪江市沅河镇和平村,死亡注销,2026-01-31,\n" }.joined()
  }

  private static func numbers(_ rows: Int) -> [String] {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return (1...rows).map { row in
      let serial = String(1000 + row % 900).dropFirst()
      let body = "4312811950\(row % 900 == row ? "01" : "02")01\(serial)"
      let sum = zip(weights, body).reduce(0) { $0 + $1.0 * ($1.1.wholeNumberValue ?? 0) }
      return body + String(Array("10X98765432")[sum % 11])
    }
  }
}
