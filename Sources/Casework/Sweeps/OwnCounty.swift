/// The office's own county, as far as a row's destination may lie in it (domain: 2.6, moves inside are address updates).
public struct OwnCounty: Hashable, Sendable {
  /// With province and city: `湖南省怀化市洪江市`; empty where it is not known.
  private let name: String

  public init(_ name: String) { self.name = name }

  /// Whether a destination is written as one in this county.
  func holds(_ destination: String) -> Bool {
    guard let kind = name.last, "县区旗市".contains(kind), !destination.isEmpty else { return false }
    let written = Cleaning.field(destination)
    if written.hasPrefix("本\(kind)") || written.hasPrefix("县内") { return true }
    let county = Village.county(of: written)
    return county.hasSuffix(name) || Self.isShort(county, for: name)
  }

  /// Whether a writing leaves out the province or the city: 洪江市 and 湖南省洪江市 for 湖南省怀化市洪江市.
  static func isShort(_ written: String, for full: String) -> Bool {
    let last = zip(written.reversed(), full.reversed()).prefix { $0 == $1 }.count
    let first = zip(written, full).prefix { $0 == $1 }.count
    return last >= 2 && first + last >= written.count
  }
}

extension PoliceRow {
  /// Where a move leads to: as its column says, else the remark.
  var destination: String {
    let told = details[.destination] ?? ""
    if !told.isEmpty || note.isEmpty { return told }
    return Remark.values(after: ["迁往地址", "迁往地", "迁往", "迁至", "迁到"], in: note).first { !$0.isEmpty } ?? ""
  }
}
