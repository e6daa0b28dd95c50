public import PtyKit
import TerminalKit

/// Applications of one village, brought by the same helper, one after the other: every key counts, data too (features: 8).
public struct VillageVisit {
  private let open: () throws -> PtySession
  private let password: (_ staff: String) throws -> String
  private let people: Int
  /// The keys of each application, up to its submission.
  public private(set) var keys: [Int] = []

  /// - Parameter people: how many of the village apply.
  public init(
    people: Int = 2, open: @escaping () throws -> PtySession, password: @escaping (_ staff: String) throws -> String
  ) {
    self.people = people
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
    for person in 0..<people {
      if person > 0 { try desk.leaveToDesk() }
      let name = String(Array(Self.surnames)[person % Self.surnames.count]) + (person.isMultiple(of: 2) ? "芳" : "强")
      try keys.append(
        takeIn(Self.identity(person), name, house: "\(person + 1)组7号", isFirst: person == 0, at: &desk))
    }
  }

  private static let surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"

  /// A number that nobody has: born on 2 March 1964 in a district that is no more, with its check digit (GB 11643).
  private static func identity(_ person: Int) -> String {
    let digits = Array("13040819640302" + String(100 + person)).compactMap(\.wholeNumberValue)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return digits.map(String.init).joined() + String(Array("10X98765432")[sum % 11])
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
