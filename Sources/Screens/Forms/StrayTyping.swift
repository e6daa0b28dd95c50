import TerminalKit

/// Characters typed one after the other on a field that is not written in: a password in the wrong place must not choose
/// and tick by the digits in it.
struct StrayTyping: Equatable, Sendable {
  /// The field before the first of them.
  let before: FormField
  private var count = 0
  /// Whether it is more than the digits that choose.
  private(set) var isWord = false

  init(on field: FormField) { before = field }

  /// The same with one more key; `nil` for a key that ends it, and where a text is written.
  func typing(_ key: Key, on field: FormField) -> StrayTyping? {
    guard !field.takesText, field.code == before.code, case .character(let character) = key.halfWidthTwin,
      isWord || character != " "
    else { return nil }
    var next = self
    next.count += 1
    next.isWord = isWord || Digit.index(of: key.halfWidthTwin) == nil || next.count > field.digitsAtOnce
    return next
  }
}

extension FormField {
  /// How many digits one after the other may mean to set it.
  fileprivate var digitsAtOnce: Int { if case .several(let choices, _, _) = editor { choices.count } else { 2 } }
}
