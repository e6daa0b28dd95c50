/// What sweeps leave to be done for a holder (domain: 5.1, record kinds): a move to watch, data to correct, and whatever
/// has no service of its own.
extension Certificate {
  /// Each as its note told it, the move first.
  public var todos: [Entries] {
    let codes = Set(entries.under("todo.").pairs.map { String($0.code.prefix { $0 != "." }) })
    return codes.sorted(by: Self.standsBefore).map { entries.under("todo.\($0).") }
      .filter { !$0.text("ground").isEmpty }
  }

  /// Those for which nobody has a case in hand, and of which nobody has said that they are done.
  public var openToDos: [Entries] { todos.filter(\.isOpenToDo) }

  /// The code under which something new is noted, beside what is still to be done.
  public func todoCode(_ code: String, ground: String) -> String {
    let noted = entries.under("todo.\(code).")
    guard noted.isOpenToDo, noted.text("ground") != ground else { return code }
    let taken = Set(todos.map { $0.text("todo") })
    return (2...).lazy.map { "\(code)_\($0)" }.first { !taken.contains($0) } ?? code
  }

  private static func standsBefore(_ one: String, _ other: String) -> Bool {
    let order = [SweepProposal.watchMove, .changeIdentity, .changeName].map(\.rawValue)
    let places = [one, other].map { order.firstIndex(of: $0) ?? order.count }
    return (places[0], one) < (places[1], other)
  }
}

/// A to-do of a certificate.
extension Entries {
  fileprivate var isOpenToDo: Bool {
    !text("ground").isEmpty && text("todo") != SweepProposal.watchMove.rawValue && text("case").isEmpty
      && text("settled_on").isEmpty
  }

  /// What the list reported, in its own words where it is no known kind.
  public var todoName: Phrase {
    if let kind = PoliceRecordKind(rawValue: text("kind")) {
      return kind == .other && !text("written").isEmpty ? .verbatim(text("written")) : kind.name
    }
    return SweepProposal(rawValue: text("todo"))?.name ?? Phrase("其他", "Other")
  }

  /// Since when, where to, and what became of it.
  public var todoWords: Phrase {
    .joined(
      [
        self["event_date"].map { Phrase("事件 \($0)", "event \($0)") },
        self["freeze_on"].map { Phrase("冻结日 \($0)", "freeze on \($0)") },
        self["cancel_on"].map { Phrase("注销日 \($0)", "cancel on \($0)") },
        self["address"].map { Phrase("新址 \($0)", "new address \($0)") },
        self["detail"].map { .verbatim($0) },
        self["case"].map { Phrase("业务 \($0)", "case \($0)") },
        self["settled_on"].map { Phrase("\($0) 办结：", "settled on \($0): ") + .reason(text("settled")) },
      ].compactMap { $0 }, by: Phrase("，", ", "))
  }
}
