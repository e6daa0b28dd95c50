/// The colours that a page gives to rows, cells and texts; only whether they differ tells something.
struct PageColours {
  /// What the style sheet gives to its classes.
  var ofClass: [String: String] = [:]
  private var looks: [String: UInt16] = [:]

  /// The look of what a tag begins; 0 for a plain one.
  mutating func look(of tag: PageTag) -> UInt16 {
    if !tag.hasAttributes { return 0 }
    var told: [String] = []
    if let behind = tag.attribute("bgcolor"), let colour = Self.colour(behind, plain: Self.white) {
      told.append("background \(colour)")
    }
    if tag.name == "font", let letters = tag.attribute("color"), let colour = Self.colour(letters, plain: Self.black) {
      told.append("color \(colour)")
    }
    if let style = tag.attribute("style"), let colour = Self.told(in: style.lowercased()) { told.append(colour) }
    if !ofClass.isEmpty {
      let named = tag.attribute("class")?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
      told += named.compactMap { ofClass[String($0)] }
    }
    if told.isEmpty { return 0 }
    let key = told.joined(separator: " ")
    let look = looks[key] ?? UInt16(min(looks.count + 1, Int(UInt16.max)))
    looks[key] = look
    return look
  }

  /// The colours of a style: `background: yellow; color: #f00`; `nil` where it is plain.
  static func told(in style: some StringProtocol) -> String? {
    let told = style.split(separator: ";").compactMap { part -> String? in
      let sides = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2 else { return nil }
      switch sides[0] {
      case "background", "background-color": return colour(sides[1], plain: white).map { "background \($0)" }
      case "color": return colour(sides[1], plain: black).map { "color \($0)" }
      default: return nil
      }
    }
    return told.isEmpty ? nil : told.joined(separator: " ")
  }

  private static func colour(_ written: String, plain: Set<String>) -> String? {
    let colour = written.lowercased().filter { !$0.isWhitespace && $0 != "}" }.prefix { $0 != "!" }
    return colour.isEmpty || plain.contains(String(colour)) ? nil : String(colour)
  }

  private static let none: Set<String> = ["none", "transparent", "inherit", "initial", "auto"]
  private static let white = none.union(["white", "#fff", "#ffffff", "window", "rgb(255,255,255)"])
  private static let black = none.union(["black", "#000", "#000000", "windowtext", "rgb(0,0,0)"])
}
