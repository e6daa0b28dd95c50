import CaseStore
import Casework
import TerminalKit

/// Gives rows the answer they had in an earlier sweep: which rows that is, and why the others are left, stands here first.
struct AsBeforeForm: FormDialog {
  let id: Int64
  let session: Session
  var form = Form([.button(Phrase("照以前的决定", "Decide as before"))])
  private(set) var lines: [FactLine] = []
  private(set) var isEmpty = true

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  let title = Phrase("照以前的决定", "As before")

  mutating func load(from store: CaseStore) throws {
    let found = try store.asBefore(in: store.sweep(id), by: session)
    isEmpty = found.answered.isEmpty
    let (taken, left) = (found.answered.count, found.left.count)
    lines =
      [
        FactLine(Phrase("范围", "Rows"), Phrase("以前的名单也有的，未决定的", "in an earlier list as well, undecided")),
        FactLine(
          Phrase("行数", "Count"),
          Phrase("取 \(taken) 行；留下 \(left) 行须另定", "takes \(taken.counted("row")), leaves \(left) to be decided anew"),
          taken > 0 ? .key : .warning),
      ] + found.answered.prefix(Self.shown).map { FactLine(Self.label(of: [$0.row]), $0.answer.again.words) }
    if taken > Self.shown {
      let more = found.answered.dropFirst(Self.shown).map(\.row)
      lines.append(FactLine(Self.label(of: more), Phrase("也照各自的决定", "each as it was decided")))
    }
    lines += found.leftByObstacle.map {
      FactLine(Self.label(of: $0.rows), Phrase("留下：", "left: ") + $0.why.name, .warning)
    }
  }

  var done: Effect {
    isEmpty ? .say(.refused(Phrase("没有可以照以前办的行", "No row can be decided as before"))) : .decideAsBefore(id)
  }

  private static let shown = 4

  private static func label(of rows: [Int]) -> Phrase {
    let named = rows.prefix(2).map(String.init)
    let rest = rows.count - named.count
    return Phrase(
      "第 \(named.joined(separator: "、")) 行" + (rest > 0 ? "等 \(rows.count)" : ""),
      "\(named.joined(separator: ", "))" + (rest > 0 ? " +\(rest)" : ""))
  }
}
