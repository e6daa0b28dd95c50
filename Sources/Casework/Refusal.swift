/// Why something may not happen: a code for scripts, a sentence for people, and what would make it possible.
public struct Refusal: Error, Hashable, Sendable {
  public let code: String
  public let message: Phrase
  public let remedy: Phrase?
  /// The codes of the fields it names, the first to be looked at before the others; none where it names none.
  public let fields: [String]

  public init(_ code: String, _ message: Phrase, remedy: Phrase? = nil, fields: [String] = []) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.fields = fields
  }

  /// The sentence together with what would make it possible.
  public var explanation: Phrase {
    guard let remedy else { return message }
    return message + Phrase("。", ". ") + remedy
  }
}
