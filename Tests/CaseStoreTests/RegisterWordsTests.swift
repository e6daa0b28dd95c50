import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What an old register calls a certificate's state, and a number that stands in it twice.
@Suite struct RegisterWordsTests {
  private static let number = MadeUp.identity(born: "1970-01-01", sequence: 51) + "43"

  private func take(_ lines: [(state: String, name: String)], into desk: Desk) throws -> RegisterImport {
    let lines = lines.enumerated().map { place, line in
      RegisterLine(
        row: place + 1, cells: ["certificate": Self.number, "name": line.name, "state": line.state])
    }
    return try desk.store.importRegister(lines, of: Desk.list("register"), by: Desk.session("chen")) { _, _ in .missing
    }
  }

  @Test(arguments: [
    ("有效", Certificate.State.valid, true), ("挂失", .lost, true), ("注销", .cancelled, true), ("死亡注销", .cancelled, true),
    ("已注销", .cancelled, true), ("已死亡", .cancelled, true), ("迁出", .movedOut, true), ("停用", .valid, false),
    ("未注销", .valid, false), ("", .valid, false),
  ])
  func aDeadPersonsCertificateIsNotTakenOverAsLive(_ words: String, _ state: Certificate.State, _ isKnown: Bool) throws
  {
    let desk = try Desk()
    let report = try take([(words, "王芳")], into: desk)
    #expect(try desk.store.read { try CaseStore.inForce(numbered: Self.number, in: $0) }?.state == state)
    #expect(report.warnings["unknown_state"] == (isKnown ? nil : 1))
  }

  @Test func aNumberThatStandsTwiceIsSaid() throws {
    let desk = try Desk()
    let report = try take([("有效", "王芳"), ("有效", "李四")], into: desk)
    #expect(report.imported == 1 && report.updated == 1 && report.warnings["repeated"] == 1)
  }
}
