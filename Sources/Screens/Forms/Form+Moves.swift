import CaseStore
import Casework
import TerminalKit

extension Form {
  /// The own password as given here; `nil` where it is not asked for.
  var ownPassword: Secret? { self["own_password"].map { Secret(text: $0.value) } }

  /// Whoever stands beside, as given here; `nil` where nobody is named.
  var second: Credentials? {
    let name = text("second").trimmed
    return name.isEmpty ? nil : Credentials(name: name, password: self["second_password"]?.value ?? "")
  }

  mutating func showSecond(_ isShown: Bool) {
    show("second", isShown)
    show("second_password", isShown)
  }

  /// What was given of the values that a move asks for, dates in their usual form.
  func given(_ asks: [Casework.Input]) -> Entries {
    var entries = Entries()
    for input in asks {
      let value = text(input.code).trimmed
      if !value.isEmpty { entries[input.code] = input.kind == .day ? Day.written(value) : value }
    }
    return entries
  }

  /// Brings a date into its usual form once its field is left.
  mutating func tidyDay(_ code: String, among codes: [String]) {
    if codes.contains(code), let value = self[code]?.value { self[code]?.value = Day.written(value) }
  }

  mutating func tidyDay(_ code: String, among asks: [Casework.Input]) {
    tidyDay(code, among: asks.filter { $0.kind == .day }.map(\.code))
  }
}

extension Refusal {
  /// What a form was opened for is over by the time it opens.
  static func noLongerOpen(_ move: some WorkflowCode) -> Refusal {
    Refusal(
      "not_from_here", Phrase("现在不能办理「\(move.name.chinese)」", "“\(move.name.english)” is not possible now"),
      remedy: Phrase("请返回查看现在的状态", "Go back and look at its state"))
  }
}
