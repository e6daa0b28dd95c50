extension Subject {
  public func state(on day: Day) -> State { state }
  public func consequences(of act: Act<Self>, to: State, in circumstances: Circumstances<Facts>) -> Entries { [:] }

  public func way(to move: Move) -> Phrase? { nil }

  public func mayAct(_ staff: StaffMember, as roles: [Role], in move: Move) -> Bool { staff.holds(roles) }

  /// The rows that start where this subject stands, possible or not; of several rows of one move the one that applies.
  public func openTransitions(in circumstances: Circumstances<Facts>) -> [Transition<Self>] {
    let here = state(on: circumstances.today)
    var open: [Transition<Self>] = []
    for row in Self.transitions where row.from.contains(here) && !row.isDerived {
      guard let earlier = open.firstIndex(where: { $0.move == row.move }) else {
        open.append(row)
        continue
      }
      let act = Act<Self>(row.move)
      if !applies(open[earlier], act, in: circumstances), applies(row, act, in: circumstances) { open[earlier] = row }
    }
    return open
  }

  /// What stands in the way of a row, before anything is asked.
  public func refusal(of row: Transition<Self>, in circumstances: Circumstances<Facts>) -> Refusal? {
    refusal(of: row.needs, for: Act(row.move), by: row.roles, in: circumstances)
  }

  /// Everything that stands in the way of a row before anything is asked, not only the first (features: 57).
  public func refusals(of row: Transition<Self>, in circumstances: Circumstances<Facts>) -> [Refusal] {
    var refusals: [Refusal] = []
    if !circumstances.staff.isActive { refusals.append(.notActive) }
    if !mayAct(circumstances.staff, as: row.roles, in: row.move) { refusals.append(.notYourRole(row.roles)) }
    let act = Act<Self>(row.move)
    return refusals
      + row.needs.filter { !meets($0, act, in: circumstances) }.map { refusal(for: $0, act, in: circumstances) }
  }

  /// The event that an act produces, or the reason why it may not happen.
  public func decide(_ act: Act<Self>, in circumstances: Circumstances<Facts>) throws(Refusal) -> Event<Self> {
    let here = state(on: circumstances.today)
    let rows = Self.transitions.filter { $0.move == act.move && $0.from.contains(here) && !$0.isDerived }
    guard let first = rows.first else { throw .notFromHere(act.move, here, on: Self.self, way: way(to: act.move)) }
    let row = rows.first { applies($0, act, in: circumstances) } ?? first
    if let refusal = refusal(of: [], for: act, by: row.roles, in: circumstances) { throw refusal }
    // Whoever writes a field that is not asked for learns that first, and not what is missing because of it.
    try Input.checkCodes(of: act.fields, against: row.asks)
    if let refusal = refusal(of: row.needs + row.when, for: act, by: row.roles, in: circumstances) { throw refusal }
    try Input.check(act.fields, against: row.asks)
    if let refusal = refusal(of: row.checks, for: act, by: row.roles, in: circumstances) { throw refusal }
    let to = row.to ?? state
    var data = act.fields
    data.merge(consequences(of: act, to: to, in: circumstances))
    return Event(
      move: act.move, to: to, staff: circumstances.staff.id, second: circumstances.second?.id, at: circumstances.at,
      day: circumstances.today, data: data)
  }

  private func applies(_ row: Transition<Self>, _ act: Act<Self>, in circumstances: Circumstances<Facts>) -> Bool {
    row.when.allSatisfy { meets($0, act, in: circumstances) }
  }

  private func refusal(
    of requirements: [Requirement], for act: Act<Self>, by roles: [Role], in circumstances: Circumstances<Facts>
  ) -> Refusal? {
    guard circumstances.staff.isActive else { return .notActive }
    guard mayAct(circumstances.staff, as: roles, in: act.move) else { return .notYourRole(roles) }
    return requirements.first { !meets($0, act, in: circumstances) }
      .map { refusal(for: $0, act, in: circumstances) }
  }
}

extension Refusal {
  public static let notActive = Refusal(
    "not_active", Phrase("此账号已停用", "This account is retired"),
    remedy: Phrase("请找系统管理员", "Ask the administrator"))

  /// Whether it is the post alone that is missing.
  public var isNotYourRole: Bool { code == Self.notYourRole([]).code }

  /// The member's posts do not include any that may make the move.
  public static func notYourRole(_ roles: [Role]) -> Refusal {
    let names = roles.names
    return Refusal(
      "not_your_role", Phrase("此项由\(names.chinese)办理", "This is done by: \(names.english)"),
      remedy: Phrase("请转交有此岗位的人员", "Hand it to somebody in that post"))
  }

  static func notFromHere<S: Subject>(
    _ move: S.Move, _ state: S.State, on subject: S.Type, way: Phrase?
  ) -> Refusal {
    let starts = S.transitions.filter { $0.move == move && !$0.isDerived }.flatMap(\.from)
      .reduce(into: [S.State]()) { if !$0.contains($1) { $0.append($1) } }.map(\.name)
    return Refusal(
      "not_from_here",
      Phrase(
        "现为「\(state.name.chinese)」，不能办理「\(move.name.chinese)」",
        "In the state “\(state.name.english)”, “\(move.name.english)” is not possible"),
      remedy: way
        ?? (starts.isEmpty
          ? nil
          : Phrase(
            "须先到：\(starts.map(\.chinese).joined(separator: "、"))",
            "Possible from: \(starts.map(\.english).joined(separator: ", "))")))
  }
}
