import Casework
import Foundation
import TerminalKit
import Testing

@testable import Screens

@Suite struct KeySheetTests {
  /// `docs/keys.md` is printed from the bindings; `RECORD=1 swift test` prints it anew.
  @Test func theKeySheetIsWhatTheScreensObey() throws {
    var sheet = "# 按键 · Keys\n\n由各屏的按键表印出 · printed from the bindings of every screen.\n\n"
    sheet += "## 处处可用 · everywhere\n\n" + table(KeyHint.everywhere)
    sheet += "\n## 输入文字时 · while typing\n\n" + table(KeyHint.inText)
    for scene in Self.screens {
      let desk = try scene.desk()
      let screen: any Screen = try #require(desk.app.lock ?? desk.app.places.last?.screen)
      sheet += "\n## \(scene.rawValue)\n\n" + table(screen.hints)
    }

    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/keys.md")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try sheet.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == sheet, "docs/keys.md is stale: RECORD=1 swift test")
  }

  private static let screens: [Scene] = [
    .signIn, .desk, .queue, .register, .holder, .intake, .submitted, .accept, .seats, .review, .sweeps, .importing,
    .sweep, .sweepPreview, .sweepReview, .sweepReason, .sweepBulk, .asBefore, .moves, .rehearsal, .sweepCheck, .outcome,
    .movesDue,
    .corrections,
    .working, .staff, .institutions, .policy, .setting, .reception, .today, .renewals, .waves, .week, .notices, .notice,
    .approvals, .caseOutcomes,
    .applicantList,
    .applicantOutcomes, .locked,
  ]

  private func table(_ hints: [KeyHint]) -> String {
    "| 键 | 办什么 | does |\n|---|---|---|\n"
      + hints.map { "| \($0.label) | \($0.name.chinese) | \($0.name.english) |\n" }.joined()
  }
}
