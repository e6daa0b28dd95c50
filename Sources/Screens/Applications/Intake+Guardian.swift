import Casework
import TerminalKit

extension IntakeScreen {
  /// Writes what is known of a guardian where nothing stands yet, once for each number (features: 6).
  mutating func fillGuardian() {
    guard let guardian, filledFor != guardian.identity else { return }
    filledFor = guardian.identity
    let known: [(CaseField, String)] = [
      (.guardianName, guardian.name), (.guardianRelation, guardian.relation), (.guardianPhone, guardian.phone),
    ]
    for (field, text) in known where !text.isEmpty && form[field.rawValue]?.value.isEmpty == true {
      form[field.rawValue]?.value = text
      form[field.rawValue]?.hint = Phrase("取自", "From ") + guardian.source + Phrase("，请核对", ": please check")
    }
  }

  /// Who the guardian is as far as the office knows, and for whom else he stands.
  var guardianAdvice: [FactLine] {
    guard let guardian else { return [] }
    let phone = guardian.phone.isEmpty ? Phrase("", "") : .verbatim("，\(guardian.phone)")
    var lines = [
      FactLine(
        Phrase("监护人", "Guardian"),
        .verbatim(guardian.name) + phone + Phrase("（取自", " (from ") + guardian.source + Phrase("，请核对）", ": check)"),
        .good)
    ]
    if !guardian.wards.isEmpty {
      lines.append(
        FactLine(
          Phrase("还监护", "Also guards"),
          .listed(guardian.wards.map { "\($0.name)（\($0.number)）" })))
    }
    return lines
  }
}
