import Casework

/// How wide the columns of a table are, and whether it takes a page on its side.
///
/// Numbers, dates and short words are never broken; what has sentences gives way.
struct TablePlan {
  let widths: [Double]
  let isWide: Bool

  static let padding = 3.0
  /// Points that a half-width character of a table takes, about.
  private static let character = 5.0
  /// As long as a name or a heading.
  private static let shortText = 48.0

  /// - Parameters:
  ///   - short: the room on an upright page.
  ///   - long: the room on a page on its side, where the letters are smaller.
  init(_ chapter: Paper.Chapter, in language: Language, on canvas: inout PageCanvas, short: Double, long: Double) {
    var (upright, lying): ([Double], [Double]) = ([], [])
    var isRigid: [Bool] = []
    for (index, column) in chapter.columns.enumerated() {
      let texts = chapter.rows.map { $0[index](in: language) }
      let declared = Double(column.width) * Self.character
      let isPlain = texts.allSatisfy { $0.utf8.allSatisfy { $0 > 32 && $0 < 127 } }
      let heading = canvas.width(of: String(column.heading(in: language).prefix(4)), .bold)
      var rigid = isPlain
      for style in [PageCanvas.Style.text, .fine] {
        var most = heading
        for text in texts { most = max(most, canvas.width(of: text, style)) }
        if style == .text { rigid = isPlain || most <= Self.shortText }
        let width = (rigid ? most : min(most, declared)) + 2 * Self.padding + 1
        if style == .text { upright.append(width) } else { lying.append(width) }
      }
      isRigid.append(rigid)
    }
    let roomy = zip(upright, chapter.columns).map { max($0, Double($1.width) * Self.character) }
    isWide = upright.reduce(0, +) > short
    if roomy.reduce(0, +) <= short {
      widths = roomy
    } else {
      widths = isWide ? Self.pressed(lying, isRigid, into: long) : upright
    }
  }

  /// The widths made to fit: first what can be broken gives way, then everything.
  private static func pressed(_ widths: [Double], _ isRigid: [Bool], into room: Double) -> [Double] {
    let sum = widths.reduce(0, +)
    let rigid = zip(widths, isRigid).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let factor = (room - rigid) / max(1, sum - rigid)
    if factor >= 1 { return widths }
    if factor < 0.35 { return widths.map { $0 * min(1, room / sum) } }
    return zip(widths, isRigid).map { $1 ? $0 : $0 * factor }
  }
}
