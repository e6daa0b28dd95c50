/// Why something may not happen: a code for scripts, a sentence for people, and what would make it possible.
public struct Refusal: Error, Hashable, Sendable {
  public let code: String
  public let message: Phrase
  public let remedy: Phrase?

  public init(_ code: String, _ message: Phrase, remedy: Phrase? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// The sentence together with what would make it possible.
  public var explanation: Phrase {
    guard let remedy else { return message }
    return message + Phrase("。", ". ") + remedy
  }
}
