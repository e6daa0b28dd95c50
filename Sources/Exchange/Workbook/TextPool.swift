/// The texts that cells refer to by number, kept in one piece of memory.
final class TextPool {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// The texts of which a part is struck through.
  private(set) var struck: Set<Int> = []

  var count: Int { ends.count }

  /// Where a text stands in `bytes`.
  subscript(index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// Adds to the text that is being put together.
  func add(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// Says that a part of the text that is being put together is struck through.
  func strikeText() { struck.insert(count) }

  /// Ends the text that is being put together; gives its number.
  @discardableResult
  func endText() -> Int {
    EscapedCharacters.restore(in: &bytes, from: ends.last.map(Int.init) ?? 0)
    ends.append(UInt32(bytes.count))
    return ends.count - 1
  }
}
