import CaseStore
import Casework
import TerminalKit

/// Holders whose certificates end, as lists show them.
enum RenewalTable {
  static func columns(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("有效期止", "Valid to")(in: language), columns: 10, priority: 8),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 8, priority: 9),
      TableColumn(Phrase("电话", "Phone")(in: language), columns: 11, priority: 7),
      TableColumn(Phrase("村", "Village")(in: language), columns: 14, priority: 5, grows: true),
      TableColumn(Phrase("联系", "Contact")(in: language), columns: 24, priority: 6),
    ])
  }

  static func cell(_ line: RenewalLine, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return line.certificate[.validTo]
    case 1: return line.certificate.name
    case 2: return line.certificate[.phone]
    case 3: return line.village.label(in: language)
    default:
      if let open = line.openCase { return "√ " + open }
      return line.contact.map {
        ($0.result.settles ? "√ " : "") + $0.result.name(in: language) + " " + $0.day.iso.dropFirst(5)
      } ?? ""
    }
  }

  /// Opens what is recorded of a call.
  static func contact(_ line: RenewalLine) -> Effect {
    .open(.certificateMove(.contact, line.certificate.number, ["about": ContactTopic.renewal.rawValue]))
  }
}
