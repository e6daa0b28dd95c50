/// Where the file of a sweep came from: kept with it, and proven by its digest (domain: 5.1, files).
extension Sweep {
  public var sha256: String { value("sha256", of: .import) }

  /// Sender, letter, day of receipt and digest; what nobody gave is said to be missing.
  public var origin: Phrase {
    func told(_ code: String, _ name: Phrase) -> Phrase {
      let text = value(code, of: .import)
      return name + (text.isEmpty ? Phrase("未登记", "not given") : .verbatim(text))
    }
    return .joined(
      [
        told("sender", Phrase("来文单位 ", "sender ")), told("letter", Phrase("文号 ", "letter ")),
        told("received", Phrase("收到 ", "received ")), Phrase("原件校验码 ", "digest ") + .verbatim(sha256),
      ], by: Phrase("，", ", "))
  }

  /// The same in one line of a screen: what was given, and the beginning of the digest.
  public var originInShort: Phrase {
    let given = ["sender", "letter"].map { value($0, of: .import) }.filter { !$0.isEmpty }
    let received = value("received", of: .import)
    return .joined(
      [
        given.isEmpty ? Phrase("未登记来文", "no sender given") : .listed(given),
        received.isEmpty ? Phrase("", "") : Phrase("\(received) 收", "received \(received)"),
        Phrase("校验码 \(sha256.prefix(12))…", "digest \(sha256.prefix(12))…"),
      ], by: Phrase("，", ", "))
  }
}
