/// The header and the footer of printed pages, as a sheet keeps them: `&C第 &P 页`.
enum PageMargin {
  static let names = Set(
    ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"].map { XMLName($0) })

  /// Its text without the codes for places, fonts, colours, page numbers and the like.
  static func text(of written: String) -> String {
    var text = ""
    var rest = written[...]
    while let character = rest.popFirst() {
      guard character == "&", let code = rest.first else {
        text.append(character)
        continue
      }
      switch code {
      case "\"":
        rest = rest.dropFirst()
        rest = rest.firstIndex(of: "\"").map { rest[rest.index(after: $0)...] } ?? ""
      case "K": rest = rest.dropFirst(7)
      case "&":
        text.append("&")
        rest = rest.dropFirst()
      case "0"..."9": rest = rest.drop(while: \.isNumber)
      default:
        text.append(" ")
        rest = rest.dropFirst()
      }
    }
    return text.trimmed
  }
}
