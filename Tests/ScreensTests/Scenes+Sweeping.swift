import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

extension Scene {
  /// A sweep on its way from the file to what it did.
  func cockpit(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.sweptHolders()
    let sweep = try office.sweep()
    if self == .sweepCheck || self == .rehearsal { try office.decideAll(of: sweep) }
    if [.outcome, .sweepUndo, .corrections, .figureRows].contains(self) { try office.apply(sweep) }
    if self == .sweepUndo || self == .corrections {
      try office.store.noteSent(
        .feed, to: [.civilAffairs], about: .sweep(sweep.number, rows: [1...2]), file: "核销变更.csv",
        by: office.session("zheng"))
    }
    if self == .corrections {
      _ = try office.store.undo(
        sweep: sweep.id, reason: "公安更正", by: office.session("zhou", now: true), second: office.session("wu", now: true))
    }
    if self == .movesDue {
      try office.apply(sweep, second: .hold)
      office.time.pass(days: 180)
    }
    var desk = try draw([.sweepCheck, .outcome, .sweepUndo, .figureRows].contains(self) ? "zhou" : "zheng")
    switch self {
    case .sweepPreview, .sweepSheets, .sweepColumns:
      try desk.open(.sweepImport)
      try desk.type(self == .sweepPreview ? "next.csv" : self == .sweepSheets ? "sheets.csv" : "unknown.csv")
      try desk.press(.function(2))
    case .sweepBulk: try desk.open(.bulkDecision(sweep.id, .exact))
    case .asBefore: try desk.open(.asBefore(office.nextQuarter(after: sweep).id))
    case .takeBack:
      _ = try office.store.decide(
        .whole(.exact), .accept, reason: "", on: sweep.id, by: office.session("zheng"))
      try desk.open(.takeBack(sweep.id))
    case .rehearsal:
      try desk.open(.sweepMoves(sweep.id))
      try desk.press(.function(4))
    case .sweepCheck:
      let session = try office.session("zhou")
      let found = try office.store.confirming(sweep.id, by: session)
      // The seed of each run is its own; the picture has one that stays.
      let drawn = SweepDraw(
        doubtful: found.draw.doubtful, sure: found.draw.sure, sample: found.draw.sample, seed: 0x7b5a_dd18,
        acceptedBefore: found.draw.acceptedBefore)
      let shown = SweepConfirming(rehearsal: found.rehearsal, draw: drawn)
      var check = ConfirmingScreen(id: sweep.id, confirming: shown, session: session, language: desk.app.language)
      try check.load(from: office.store)
      desk.app.places.append(App.Place(route: nil, screen: check))
    case .figureRows:
      let period = try #require(ReportPeriod(sweep.quarter))
      try desk.open(.figureRows(period, "sweeps.\(sweep.quarter).accepted"))
    case .outcome: try desk.open(.sweepOutcome(sweep.id))
    case .sweepUndo: try desk.open(.sweepUndo(sweep.id, row: nil))
    case .movesDue: try desk.open(.movesDue)
    case .corrections: try desk.open(.corrections)
    case .working:
      var work = WorkScreen(LongWork.apply(1).name)
      work.standing = WorkReport.Standing(rows: 2_100, share: 0.42, elapsed: 3_200)
      desk.app.places.append(App.Place(route: nil, screen: work))
    default:
      try desk.open(.sweepReview(sweep.id, .doubtful, nil))
      if self == .sweepReason { try desk.press("1", .down) }
    }
    return desk
  }
}
