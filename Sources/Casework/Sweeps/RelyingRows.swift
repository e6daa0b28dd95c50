/// Rows of a list that nobody was asked about because of what another list had done, once that is taken back.
public struct RelyingRows: Hashable, Sendable {
  /// The number of their sweep.
  public let sweep: String
  public let state: Sweep.State
  public let rows: [Int]

  public init(sweep: String, state: Sweep.State, rows: [Int]) {
    self.sweep = sweep
    self.state = state
    self.rows = rows
  }

  /// What becomes of them now, or who has to do something for it.
  public var words: Phrase {
    let short = Sweep.short(sweep)
    let shown = rows.prefix(Self.named).map(String.init)
    let more = rows.count > Self.named
    let place = Phrase(
      "\(short)（\(state.name.chinese)）第 \(shown.joined(separator: "、"))\(more ? " 等 \(rows.count)" : "") 行靠此次撤销的各行，没有问过：",
      "\(rows.count == 1 ? "row" : "rows") \(shown.joined(separator: ", "))\(more ? " … (\(rows.count))" : "") of \(short) "
        + "(\(state.name.english.lowercased())) relied on what is undone and were not asked: ")
    return switch state {
    case .open, .returned: place + Phrase("现在起须决定", "they are now")
    case .submitted, .approved: place + Phrase("请退回那份名单，决定这些行", "return that list and decide them")
    case .applied, .undone, .abandoned:
      place
        + Phrase("那份名单已执行，请把这些行单独做成名单再导入，或逐个查明", "that list was carried out: import these rows anew, or look into each")
    }
  }

  private static let named = 10
}
