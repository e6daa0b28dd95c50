import DeskScripts
import Foundation
import PtyKit

/// The keys of a whole application, counted while the scripted run works the real desk.
struct KeystrokeBench {
  private let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    let store = "\(office.folder)/keys.sqlite"
    guard try runProgram(office.certdesk, ["demo", "--store", store, "--holders", "0"]) == 0 else {
      throw BenchProblem("certdesk demo failed")
    }
    let passwords = [
      "chenjing": "lianxi-01", "liufang": "lianxi-02", "sunmin": "lianxi-07", "yangshu": "lianxi-11",
    ]
    var script = WholeApplication(
      open: { day in
        try PtySession(
          [office.certdesk, "desk", "--store", store, "--today", day], environment: ["HOME": office.folder])
      },
      password: { passwords[$0] ?? "" })
    try script.run()
    let steps = script.steps.map { "\($0.name) \($0.keys)" }.joined(separator: ", ")
    var visit = VillageVisit(
      people: 20,
      open: {
        try PtySession(
          [office.certdesk, "desk", "--store", store, "--today", "2026-03-11"], environment: ["HOME": office.folder])
      }, password: { passwords[$0] ?? "" })
    try visit.run()
    Bench.say(
      """
      keystrokes of a whole `new` application beyond its data: \(script.total) (aim ≤ 60)
        \(steps)
        a decision once everything is read: \(script.decision) (aim ≤ 3)
        an intake of a village visit with all its data: the first \(visit.keys[0]), the second \(visit.keys[1]), the twentieth \(visit.keys[19]) (aim: half)
      """)
  }
}
