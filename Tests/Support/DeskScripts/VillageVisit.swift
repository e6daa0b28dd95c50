public import PtyKit
import TerminalKit

/// Applications of one village, brought by the same helper, one after the other: every key counts, data too (features: 8).
public struct VillageVisit {
  private let open: () throws -> PtySession
  private let password: (_ staff: String) throws -> String
  /// The keys of the first application, up to its submission, and of the one after it.
  public private(set) var keys: (first: Int, repeated: Int) = (0, 0)

  public init(open: @escaping () throws -> PtySession, password: @escaping (_ staff: String) throws -> String) {
    self.open = open
    self.password = password
  }

  public mutating func run() throws {
    var desk = CountedDesk(try open())
    try desk.see("用户名")
    desk.data("chenjing")
    desk.press(.enter)
    desk.data(try password("chenjing"))
    desk.press(.enter)
    try desk.see("办公桌")
    keys.first = try takeIn("13040819640303001X", "王芳", house: "3组12号", isFirst: true, at: &desk)
    try desk.leaveToDesk()
    keys.repeated = try takeIn("130408196403020014", "李强", house: "5组7号", isFirst: false, at: &desk)
  }

  private func takeIn(
    _ identity: String, _ name: String, house: String, isFirst: Bool, at desk: inout CountedDesk
  ) throws -> Int {
    var typed = 0
    func type(_ text: String, at desk: CountedDesk) {
      typed += text.count
      desk.data(text)
    }
    func give(_ text: String, in field: String, at desk: inout CountedDesk) throws {
      try desk.stand(on: field)
      if !isFirst { return desk.press(.function(5)) }
      type(text, at: desk)
      desk.press(.enter)
    }
    _ = desk.counted()
    desk.press(.function(2))
    try desk.see("受理：先认人")
    type(identity, at: desk)
    try desk.see("此人没有证件和在办业务")
    desk.press(.enter)
    try desk.stand(on: "姓名")
    type(name, at: desk)
    desk.press(.enter, .enter, .enter)
    try desk.stand(on: "户籍地址")
    if isFirst { type("湖南省洪江市沅河镇和平村", at: desk) } else { desk.press(.function(5)) }
    type(house, at: desk)
    desk.press(.enter)
    try give("13812345678", in: "联系电话", at: &desk)
    try give("侗族", in: "民族", at: &desk)
    try desk.stand(on: "申请类别")
    if isFirst { type("4", at: desk) } else { desk.press(.function(5)) }
    desk.press(.function(6), .function(8))
    try give("431281198001017696", in: "代理人身份号码", at: &desk)
    try give("潘建国", in: "代理人姓名", at: &desk)
    try give("村残协专职委员", in: "代理人关系", at: &desk)
    try give("13900001111", in: "代理人电话", at: &desk)
    desk.press(.function(2))
    try desk.see("新办 · 已提交待受理")
    return desk.counted() + typed
  }
}

extension CountedDesk {
  /// Goes back until the desk itself is seen.
  mutating func leaveToDesk() throws {
    while !terminal.screen.line(0).hasPrefix(" 办公桌") {
      let before = terminal.screen.text
      press(.escape)
      try terminal.wait(within: 30_000, for: "the screen below") { $0.text != before && !$0.line(0).isEmpty }
    }
  }
}
