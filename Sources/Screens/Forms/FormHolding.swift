import Casework
import TerminalKit

/// A screen with a form, on which a refusal can point at what it names.
protocol FormHolding: Screen {
  var form: Form { get set }
}

extension FormHolding {
  /// Takes in hand the first field that a refusal names.
  mutating func point(at codes: [String]) {
    let named = { (code: String) in codes.contains { code == $0 || code.hasPrefix("\($0).") } }
    if let first = form.fields.first(where: { $0.isShown && named($0.code) }) { form.take(first.code) }
  }
}

extension Form {
  /// Whether something has changed in what a refusal named, or in anything where it names no field of this form.
  func mends(_ refused: Notice, since before: Form) -> Bool {
    let changed = fields.filter { $0.value != before[$0.code]?.value }.map(\.code)
    let named = refused.fields.filter { self[$0]?.isShown == true }
    return named.isEmpty ? !changed.isEmpty : changed.contains(where: named.contains)
  }
}

extension App {
  /// Stands on the first field that a refusal names.
  mutating func point(at refusal: Refusal) {
    guard !refusal.fields.isEmpty, var screen = places.last?.screen as? any FormHolding else { return }
    screen.point(at: refusal.fields)
    places[places.count - 1].screen = screen
  }

  /// The form on top, to compare with what a key makes of it.
  var formInHand: Form? { lock == nil ? (places.last?.screen as? any FormHolding)?.form : nil }

  /// Takes back a refusal that stands no more: what it named was just changed.
  mutating func clearMended(_ before: Notice?, since form: Form?) {
    guard let before, before.tone == .refused, notice == before, let form, let now = formInHand else { return }
    if now.mends(before, since: form) { notice = nil }
  }
}
