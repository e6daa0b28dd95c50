/// What people have noted at the cells of a sheet: a part of its own, which few sheets have.
final class CommentsListener: XMLListener {
  /// The notes of each row, as the sheet counts rows.
  private(set) var ofRow: [Int: String] = [:]
  private var authors: [String] = []
  private var author = ""
  private var row = 0
  private var text: [UInt8] = []
  private(set) var wantsText = false
  var isPaused = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case XMLName("comment"):
      let reference = Array((attributes.value(XMLName("ref")) ?? "").utf8)
      row = reference.withUnsafeBufferPointer { SheetReference.row(of: $0) }
      let number = attributes.value(XMLName("authorId")).flatMap { Int($0) } ?? -1
      author = authors.indices.contains(number) ? authors[number] : ""
      text = []
    case XMLName("author"):
      text = []
      wantsText = true
    case XMLName("t"): wantsText = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  func end(_ name: XMLName) {
    switch name {
    case XMLName("author"):
      authors.append(String(decoding: text, as: UTF8.self))
      wantsText = false
    case XMLName("t"): wantsText = false
    case XMLName("comment"): note()
    default: break
    }
  }

  private func note() {
    let line = CellNote.text(String(decoding: text, as: UTF8.self), by: author)
    if line.isEmpty { return }
    ofRow[row] = (ofRow[row].map { [$0, line] } ?? [line]).joined(separator: " ")
  }
}
