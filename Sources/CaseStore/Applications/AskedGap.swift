public import Casework

/// Something that a notice of correction named: a paper or a field (features: 4).
public struct AskedGap: Hashable, Sendable {
  public let code: String
  /// How often it has been asked for, this time included.
  public let times: Int

  public init(code: String, times: Int) {
    (self.code, self.times) = (code, times)
  }

  /// What it is called in a case.
  public func name(in application: Application) -> Phrase {
    if let paper = MaterialCode(rawValue: code) { return paper.name }
    return CaseField(rawValue: code).map { application.service.input(for: $0).name } ?? .verbatim(code)
  }
}

extension [LogEntry] {
  /// What a return asked for, each with how often it had been asked for by then.
  public func gaps(askedBy entry: LogEntry) -> [AskedGap] {
    guard entry.move == Application.Move.sendBack.rawValue else { return [] }
    let earlier = filter { $0.move == entry.move && $0.seq <= entry.seq }.map(\.askedCodes)
    return entry.askedCodes.map { code in AskedGap(code: code, times: earlier.count { $0.contains(code) }) }
  }

  /// What the last return asked for although an earlier one had.
  public var gapsAskedAgain: [AskedGap] {
    last { $0.move == Application.Move.sendBack.rawValue }.map { gaps(askedBy: $0).filter { $0.times > 1 } } ?? []
  }
}

extension LogEntry {
  fileprivate var askedCodes: [String] {
    ["missing", "missing_fields"].flatMap { data.text($0).split(separator: ",").map(String.init) }
  }
}
