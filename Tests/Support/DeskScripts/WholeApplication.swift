public import PtyKit
import TerminalKit

/// One `new` application from the counter to the archive, worked with as few keys as the desk allows.
///
/// The same script is a test's budget and a line of the bench.
public struct WholeApplication {
  /// A desk of the office on a business date.
  private let open: (_ day: String) throws -> PtySession
  private let password: (_ staff: String) throws -> String
  /// The keys of each step beyond the data, without signing in and out.
  public private(set) var steps: [(name: String, keys: Int)] = []

  public init(
    open: @escaping (_ day: String) throws -> PtySession, password: @escaping (_ staff: String) throws -> String
  ) {
    self.open = open
    self.password = password
  }

  public var total: Int { steps.reduce(0) { $0 + $1.keys } }

  /// The keys of the decision once everything has been read.
  public private(set) var decision = 0

  private static let identity = "11010519491231002X"

  public mutating func run() throws {
    var desk = CountedDesk(try open("2026-03-02"))
    try signIn("chenjing", at: &desk)
    try takeIn(at: &desk)
    try assess(at: &desk)
    desk = CountedDesk(try open("2026-03-10"))
    try signIn("chenjing", at: &desk)
    try endNotice(at: &desk)
    try signOut(of: &desk)
    try signIn("sunmin", at: &desk)
    try decide(at: &desk)
    try signOut(of: &desk)
    try signIn("liufang", at: &desk)
    try issue(at: &desk)
    try signOut(of: &desk)
    try signIn("yangshu", at: &desk)
    try archive(at: &desk)
  }

  private mutating func takeIn(at desk: inout CountedDesk) throws {
    desk.press(.function(2))
    try desk.see("受理：先认人")
    desk.data(Self.identity)
    try desk.see("此人没有证件和在办业务")
    desk.press(.enter)
    try desk.stand(on: "姓名")
    desk.data("王芳")
    desk.press(.enter, .enter, .enter)
    try desk.stand(on: "户籍地址")
    desk.data("洪江市黔城镇双溪村三组")
    desk.press(.enter)
    desk.data("13812345678")
    desk.press(.enter, .enter)
    try desk.stand(on: "申请类别")
    desk.data("4")
    desk.press(.function(6), .function(2))
    try desk.see("新办 · 已提交待受理")
    steps.append(("intake", desk.counted()))
    desk.press(.enter, .function(2))
    try desk.see("新办 · 已受理")
    steps.append(("accept", desk.counted()))
  }

  private mutating func assess(at desk: inout CountedDesk) throws {
    desk.press(.enter)
    try desk.stand(on: "评定机构")
    desk.data("1")
    desk.press(.function(2))
    try desk.see("新办 · 已派指定机构评定")
    steps.append(("refer", desk.counted()))
    desk.press(.enter)
    try desk.stand(on: "评定表编号")
    desk.data("PD-1")
    desk.press(.enter, .enter)
    try desk.stand(on: "评定医生")
    desk.data("贺医生")
    desk.press(.enter, .enter)
    try desk.stand(on: "评定类别")
    desk.data("4")
    desk.press(.enter)
    desk.data("3")
    desk.press(.end, .up)
    try desk.stand(on: "评定表已盖章")
    desk.press(" ", .function(2))
    try desk.see("新办 · 评定符合标准")
    steps.append(("result", desk.counted()))
    desk.press(.enter, .function(2))
    try desk.see("新办 · 公示中")
    steps.append(("notice", desk.counted()))
  }

  private mutating func endNotice(at desk: inout CountedDesk) throws {
    desk.press(.enter)
    try desk.see("新办 · 公示中")
    desk.press(.enter)
    try desk.stand(on: "公示照片或记录")
    desk.data("照片 2 张")
    desk.press(.function(2))
    try desk.see("新办 · 审核中")
    steps.append(("notice over", desk.counted()))
  }

  private mutating func decide(at desk: inout CountedDesk) throws {
    desk.press(.enter)
    try desk.see("新办 · 审核中")
    desk.press(.function(6))
    try desk.see("审批 · ")
    steps.append(("to the decision", desk.counted()))
    desk.press("2", .function(5), .function(2))
    try desk.see("已存：批准 → 已批准")
    decision = desk.counted()
    steps.append(("decision", decision))
  }

  private mutating func issue(at desk: inout CountedDesk) throws {
    desk.press(.function(5))
    try desk.see("全部业务")
    desk.press(.enter)
    try desk.see("新办 · 已批准")
    desk.press(.enter)
    try desk.stand(on: "证卡印刷序号")
    desk.data("A00000001")
    desk.press(.function(2))
    try desk.see("新办 · 已制证")
    steps.append(("print", desk.counted()))
    desk.press(.enter)
    try desk.see("钢印")
    desk.press(.function(5), .function(2))
    try desk.see("新办 · 待领取")
    steps.append(("seal", desk.counted()))
    desk.press(.enter)
    try desk.stand(on: "领取人身份号码")
    desk.data(Self.identity)
    desk.press(.function(2))
    try desk.see("新办 · 已领取")
    steps.append(("hand over", desk.counted()))
  }

  private mutating func archive(at desk: inout CountedDesk) throws {
    desk.press(.function(5))
    try desk.see("全部业务")
    desk.press(.enter)
    try desk.see("新办 · 已领取")
    desk.press(.enter)
    try desk.stand(on: "页数")
    desk.data("12")
    desk.press(.enter)
    desk.data("A-3-12")
    desk.press(.function(2))
    try desk.see("新办 · 已归档")
    steps.append(("archive", desk.counted()))
  }

  private func signIn(_ staff: String, at desk: inout CountedDesk) throws {
    try desk.see("用户名")
    desk.data(staff)
    desk.press(.enter)
    desk.data(try password(staff))
    desk.press(.enter)
    try desk.see("办公桌")
    _ = desk.counted()
  }

  private func signOut(of desk: inout CountedDesk) throws {
    try desk.leaveToDesk()
    desk.press(.function(8))
    try desk.see("用户名")
  }
}
