/// What a date cell of another office's list says.
public enum EventDate: Hashable, Sendable {
  case day(Day)
  /// A date the calendar does not have, the same value however it was spelled (2025-13-01, 2025年13月1日).
  indirect case impossible(year: Int, month: Int, day: Int)
  case missing
  case unreadable(String)

  public var day: Day? { if case .day(let day) = self { day } else { nil } }

  /// `yyyy-MM-dd` of a real or an impossible day, the text of an unreadable one, "" of a missing one.
  public var text: String {
    switch self {
    case .day(let day): day.iso
    case .impossible(let year, let month, let day):
      "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case .missing: ""
    case .unreadable(let text): text
    }
  }
}
