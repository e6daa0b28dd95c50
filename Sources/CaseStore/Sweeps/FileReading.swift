public import Casework

/// What reading a police file found besides its rows.
public struct FileReading: Hashable, Sendable {
  public let format: String
  public let encoding: String
  public let passedOver: Int
  /// What else the import's event keeps about the file: its sheets, its mapping, what was odd in it.
  public let findings: [String: String]

  public init(format: String, encoding: String, passedOver: Int, findings: [String: String] = [:]) {
    self.format = format
    self.encoding = encoding
    self.passedOver = passedOver
    self.findings = findings
  }
}

/// Where a file came from, as the letter with it says (domain: 5.1).
public struct FileOrigin: Hashable, Sendable {
  public let sender: String
  public let letter: String
  public let received: Day?
  public let source: SweepSource

  public init(sender: String = "", letter: String = "", received: Day? = nil, source: SweepSource = .police) {
    self.sender = sender
    self.letter = letter
    self.received = received
    self.source = source
  }

  var told: Entries {
    Entries(["sender": sender, "letter": letter, "received": received?.iso ?? "", "source": source.rawValue])
  }
}
