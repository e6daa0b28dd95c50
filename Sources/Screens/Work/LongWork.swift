import CaseStore
import Casework

/// Work that takes longer than a key may: it runs beside the loop and posts how far it has come.
enum LongWork: Hashable, Sendable {
  /// Reads a police file to show how it is understood.
  case preview(SweepImport)
  case importSweep(SweepImport)
  case rehearse(Int64)
  /// What the confirmer is shown: the rehearsal, every doubtful row, a few of the sure ones.
  case prepareConfirming(Int64)
  case apply(Int64)
  /// Signed by both now: `own` is whoever sits at the desk.
  case undo(Int64, reason: String, own: Session, second: Session)

  /// How much of an import is the reading; the rest looks for near matches.
  private static let reading = 0.8

  /// Whether what is done is kept when somebody stops it, and gone on with.
  var keepsWhatIsDone: Bool {
    if case .importSweep = self { return true }
    return false
  }

  var name: Phrase {
    switch self {
    case .preview: Phrase("读名单", "Reading the file")
    case .importSweep: Phrase("导入公安名单", "Importing a police file")
    case .rehearse: Phrase("预演", "Rehearsing")
    case .prepareConfirming: Phrase("准备确认", "Preparing to confirm")
    case .apply: Phrase("执行", "Carrying out")
    case .undo: Phrase("撤销整批", "Undoing the sweep")
    }
  }
}

/// What came of it.
enum WorkResult: Sendable {
  case previewed(SweepImport, PolicePreview)
  case imported(Sweep)
  case rehearsed(Int64, SweepRehearsal, [SweepRowOutcome])
  case readyToConfirm(Int64, SweepConfirming)
  case applied(Int64)
  case undone(Int64, SweepUndoing)
}

/// How police files are opened and looked at; both beside the loop.
struct PoliceFiles: Sendable {
  let open: PoliceFileReader
  let preview: PolicePreviewer
}

/// A police file on its way into the store, with what the office knows of it.
struct SweepImport: Hashable, Sendable {
  var source: PoliceSource
  /// The sheets of the workbook, as they were found when all of them were read.
  var sheets: [PolicePreview.Sheet] = []
  var letter = ""
  var received: Day?

  var origin: FileOrigin {
    FileOrigin(sender: source.sender, letter: letter, received: received, source: source.office)
  }
}

extension LongWork {
  /// Does the work on a connection of its own; whatever the report throws takes all of it back.
  func carryOut(
    on store: CaseStore, by session: Session, reading files: PoliceFiles, telling report: WorkReport
  ) throws -> WorkResult {
    let progress = { (done: Int, all: Int) throws in try report.note(done, of: all) }
    switch self {
    case .preview(let wanted):
      return .previewed(wanted, try files.preview(wanted.source) { try report.note($0, share: $1) })
    case .importSweep(let wanted):
      let file = try files.open(wanted.source) { try report.noteRow(share: $0 * Self.reading) }
      do {
        return .imported(
          try store.importSweep(
            file.received, quarter: wanted.source.quarter, from: wanted.origin, by: session,
            progress: { try report.note(share: Self.reading + $0 * (1 - Self.reading)) }, feed: file.feed))
      } catch is CancellationError {
        throw Refusal.importStopped(after: try store.begunRows(of: file.received))
      }
    case .rehearse(let id):
      var outcomes: [SweepRowOutcome] = []
      let rehearsal = try store.rehearsal(of: id, by: session, progress: progress) { outcomes.append($0) }
      return .rehearsed(id, rehearsal, outcomes)
    case .prepareConfirming(let id):
      return .readyToConfirm(id, try store.confirming(id, by: session, progress: progress))
    case .apply(let id):
      _ = try store.apply(sweep: id, by: session, progress: progress)
      return .applied(id)
    case .undo(let id, let reason, let own, let second):
      return .undone(
        id, try store.undo(sweep: id, reason: reason, by: own, second: second, progress: progress))
    }
  }
}
