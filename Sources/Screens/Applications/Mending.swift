import CaseStore
import Casework

/// Valid numbers one slip away from what was typed, those of people in the register first (features: 2).
struct Mending: Hashable, Sendable {
  struct Repair: Hashable, Sendable {
    let number: String
    /// The holder whose number it is, "" where it is nobody's here.
    let holder: String
    /// In what it differs from what was typed.
    let slip: Phrase

    /// `F5 第 9 位改 0 → 431281…，持证人 石梅`.
    func line(_ key: Int) -> FactLine {
      let whose = holder.isEmpty ? Phrase("", "") : Phrase("，是持证人 \(holder) 的号码", ", the number of \(holder), a holder")
      return FactLine(
        Phrase("F\(key) 可能是", "F\(key) maybe"), .verbatim("\(number)  ") + slip + whose, holder.isEmpty ? .plain : .good
      )
    }
  }

  /// For what the repairs are good.
  let typed: String
  let repairs: [Repair]

  init() { (typed, repairs) = ("", []) }

  /// No more than three: there are three keys.
  init(_ typed: String, birth: Day?, in store: CaseStore) throws {
    self.typed = typed
    let found = try IdentityCheck.repairs(of: typed, birth: birth, today: store.today).map { number in
      Repair(
        number: number, holder: try store.certificates(of: number).last?.name ?? "",
        slip: IdentityCheck.slip(from: typed, to: number))
    }
    repairs = Array((found.filter { !$0.holder.isEmpty } + found.filter(\.holder.isEmpty)).prefix(3))
  }

  func bindings<Message>(_ message: (Int) -> Message) -> [Binding<Message>] {
    repairs.enumerated().map { index, repair in Binding(.function(5 + index), repair.slip, message(index)) }
  }

  var lines: [FactLine] { repairs.enumerated().map { index, repair in repair.line(5 + index) } }
}
