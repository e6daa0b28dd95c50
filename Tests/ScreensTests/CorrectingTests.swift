import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Whoever was told of an end that was taken back is told so from the desk (domain: 2.10).
@Suite struct CorrectingTests {
  /// An office that has told civil affairs and the holders of two ends, and has taken both back.
  private func office() throws -> TestOffice {
    let office = try TestOffice()
    try office.sweptHolders()
    let sweep = try office.sweep()
    try office.apply(sweep)
    for receiver in [Receiver.civilAffairs, .holder] {
      try office.store.noteSent(
        receiver == .holder ? .letter : .feed, to: [receiver], about: .sweep(sweep.number, rows: [1...2]),
        file: "\(receiver.rawValue).csv", by: office.session("zheng"))
    }
    _ = try office.store.undo(
      sweep: sweep.id, reason: "公安更正", by: office.session("zhou", now: true), second: office.session("wu", now: true))
    return office
  }

  @Test func oneReceiverAfterTheOtherIsNotedWithHowAndNamedNoMore() throws {
    let office = try office()
    var desk = try DeskDriver("zheng", in: office)
    try desk.open(.corrections)
    try desk.expect("须更正的 · 4 项")
    try desk.press(.function(2))
    try desk.expect("民政（两项补贴）", "变更数据", "civil_affairs.csv")
    try desk.expect("怎样更正的")
    try desk.type("洪残函〔2026〕12号")
    try desk.press(.function(2))

    try desk.expect("须更正的 · 3 项", "已更正")
    let due = try office.store.dueCorrections(by: office.session("zheng"))
    #expect(due.count == 3 && due.filter { $0.receiver == .civilAffairs }.count == 1)
  }

  @Test func anOfficeGetsOneLetterAndEachHolderTheOwn() throws {
    let office = try office()
    let due = try office.store.dueCorrections(by: office.session("zheng"))
    let list = KeptList(correcting: due, on: office.store.today, from: "洪江市", in: .chinese)
    let pages = list.text.split(separator: "\u{0C}").map(String.init)

    #expect(list.rows == 4 && pages.count == 3)
    let toOffice = try #require(pages.first { $0.contains("民政（两项补贴）") })
    #expect(toOffice.contains("张伟") && toOffice.contains("赵敏"))
    for (name, other) in [("张伟", "赵敏"), ("赵敏", "张伟")] {
      let own = try #require(pages.first { $0.contains("致：\(name)") })
      #expect(!own.contains(other) && own.contains("作废"))
    }
  }
}
