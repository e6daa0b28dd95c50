import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Whoever moved out and comes back under another number is perhaps the same person (domain: 2.6).
@Suite struct MovedOutNamesakeTests {
  private static let held = MadeUp.identity(born: "1970-01-01", sequence: 41)
  private static let brought = MadeUp.identity(born: "1970-01-01", sequence: 43)
  private let chen = Desk.session("chen")

  private func desk(_ state: String) throws -> Desk {
    let desk = try Desk("2026-04-02")
    let line = RegisterLine(row: 1, cells: ["certificate": Self.held + "43", "name": "张秀兰", "state": state])
    _ = try desk.store.importRegister([line], of: Desk.list("register"), by: chen) { _, _ in .missing }
    return desk
  }

  private func said(_ service: ServiceKind, _ fields: Entries, in desk: Desk) throws -> [String] {
    let application = try desk.store.openCase(service, fields, by: chen)
    let around = try desk.store.surroundings(of: application)
    return application.namesakeWarnings(among: around.namesakes, on: desk.day).map(\.sentence.chinese)
  }

  private static let moving: Entries = ["certificate": brought + "44", "name": "张秀兰"]
  private static let first: Entries = ["identity": brought, "name": "张秀兰", "category": "4"]

  @Test(arguments: [(ServiceKind.transferIn, moving), (.new, first)])
  func whoeverMovedOutUnderAnotherNumberIsSaid(_ service: ServiceKind, _ fields: Entries) throws {
    let said = try said(service, fields, in: desk("迁出"))
    #expect(said.count == 1 && said.allSatisfy { $0.contains("已从本县迁出") && $0.contains("可能是同一人") })
    var other = fields
    other["name"] = "张秀英"
    #expect(try self.said(service, other, in: desk("迁出")).isEmpty)
  }

  @Test func whatEndedIsNotSaid() throws {
    #expect(try said(.transferIn, Self.moving, in: desk("注销")).isEmpty)
  }
}
