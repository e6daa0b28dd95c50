import Casework

extension Casework.Input {
  /// The papers of a case, as the store takes them.
  static var papers: Casework.Input { Application.input("materials", of: .submit) }

  /// What the panel is given to look at.
  static var assessed: [Casework.Input] {
    [Application.input("feature", of: .edit), Application.input("evaluation", of: .edit)]
  }
}

extension Application {
  /// A value that some row of a move asks for.
  static func input(_ code: String, of move: Move) -> Casework.Input {
    let asked = transitions.filter { $0.move == move }.flatMap(\.asks).first { $0.code == code }
    guard let asked else { preconditionFailure("\(move.rawValue) asks for \(code)") }
    return asked
  }

  /// What a case would be before anything is known of it.
  static func blank(_ service: ServiceKind, today: Day, _ entries: Entries = [:]) -> Application {
    Application(id: 0, number: "", service: service, state: .draft, sequence: 0, since: today, entries: entries)
  }

  /// Every paper that cases of a service may have to show: of a guardian, of a proxy, for any reason.
  static func allDemands(_ stored: Application, under policy: Policy, on day: Day) -> [MaterialDemand] {
    var entries = stored.entries
    entries.merge([
      "category": String(DisabilityCategory.intellectual.rawValue), "agent.name": "?", "changes": "identity",
      "deciding_county": "?",
    ])
    let reasons = stored.service == .cancel ? CancellationReason.allCases.map(\.rawValue) : [stored[.reason]]
    var all: [MaterialDemand] = []
    for reason in reasons {
      entries["reason"] = reason
      let demands = blank(stored.service, today: day, entries).demands(under: policy, on: day)
      all += demands.filter { demand in !all.contains { $0.code == demand.code } }
    }
    return all
  }
}

extension Materials {
  /// `CODE:reason,CODE:reason`, in the order of the codes.
  static func text(ofWaivers waivers: [MaterialCode: String]) -> String {
    MaterialCode.allCases.compactMap { code in waivers[code].map { "\(code.rawValue):\($0)" } }.joined(separator: ",")
  }
}
