/// What is known about a subject or told by an event: texts under field codes, always in the order of their codes.
///
/// Kept sorted so that equal contents have equal bytes, in the log and in every row folded from it.
public struct Entries: Hashable, Sendable {
  public private(set) var pairs: [(code: String, text: String)] = []

  public init() {}

  public init(_ values: [String: String]) {
    pairs = values.map { (code: $0.key, text: $0.value) }.sorted { $0.code < $1.code }
  }

  init(sorted pairs: [(code: String, text: String)]) { self.pairs = pairs }

  public var isEmpty: Bool { pairs.isEmpty }

  public subscript(code: String) -> String? {
    get {
      let place = self.place(of: code)
      return place < pairs.count && pairs[place].code == code ? pairs[place].text : nil
    }
    set {
      let place = self.place(of: code)
      let found = place < pairs.count && pairs[place].code == code
      switch (found, newValue) {
      case (true, let text?): pairs[place].text = text
      case (true, nil): pairs.remove(at: place)
      case (false, let text?): pairs.insert((code: code, text: text), at: place)
      case (false, nil): break
      }
    }
  }

  /// The text under `code`, or "" where there is none.
  public func text(_ code: String) -> String { self[code] ?? "" }

  /// Takes in every entry of `other`; an empty text takes the entry away.
  public mutating func merge(_ other: Entries) {
    for (code, text) in other.pairs { self[code] = text.isEmpty ? nil : text }
  }

  /// Replaces all entries whose code begins with `prefix` by those of `other`, each under that prefix.
  public mutating func replace(under prefix: String, with other: Entries) {
    pairs.removeAll { $0.code.hasPrefix(prefix) }
    for (code, text) in other.pairs where !text.isEmpty { self[prefix + code] = text }
  }

  /// The same without blanks around any text; a text of blanks alone is none at all.
  func trimmed() -> Entries {
    Entries(
      sorted: pairs.compactMap { code, text in
        let kept = Cleaning.field(text)
        return kept.isEmpty && !text.isEmpty ? nil : (code, kept)
      })
  }

  /// The entries whose code begins with `prefix`, without it.
  public func under(_ prefix: String) -> Entries {
    var found = Entries()
    found.pairs = pairs.filter { $0.code.hasPrefix(prefix) }
      .map { (code: String($0.code.dropFirst(prefix.count)), text: $0.text) }
    return found
  }

  public static func == (left: Entries, right: Entries) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0.code == $1.code && $0.text == $1.text }
  }

  public func hash(into hasher: inout Hasher) {
    for (code, text) in pairs {
      hasher.combine(code)
      hasher.combine(text)
    }
  }

  private func place(of code: String) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Entries: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
