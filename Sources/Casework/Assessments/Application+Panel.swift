/// How a panel sits: whose seat is the chair's, who must be asked about recusal, what happens when findings differ.
extension Application {
  /// Who sits for the chair in the panel as it was chosen; "" in cases from before delegations.
  public var chairSeat: StaffMember.ID { value("chair", of: .chooseDirect) }

  /// Whether the chair's seat is held under a delegation.
  var chairIsDelegated: Bool { !value("chair_under", of: .chooseDirect).isEmpty }

  /// What is kept about the seats when a panel is chosen.
  func panelEntries(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let members = StaffList.ids(act.fields.text("members"))
    let asked = questioned(among: circumstances.facts.named.filter { members.contains($0.id) }).map(\.id)
    let questions: Entries = asked.isEmpty ? [:] : ["questioned": asked.joined(separator: ",")]
    guard let chair = circumstances.facts.named.first(where: { members.contains($0.id) && $0.sitsForChair }) else {
      return questions
    }
    let under = chair.holds([.chair]) ? nil : chair.delegation(.seat)
    var told = questions
    told["chair"] = chair.id
    told["chair_under"] = under?.line
    return told
  }

  /// The delegation under which a move is made, in words; "" where the member acts for himself.
  func delegationLine(of act: Act<Application>, by staff: StaffMember) -> String {
    guard let scope = act.move.delegatedScope else { return "" }
    let actsForChair =
      scope == .seat ? chairIsDelegated && chairSeat == staff.id : !staff.holds([.supervisor, .chair])
    return actsForChair ? staff.delegation(scope)?.line ?? "" : ""
  }

  /// A seat held for the chair is signed only while the delegation runs.
  func delegationRuns(for staff: StaffMember) -> Bool {
    chairSeat != staff.id || !chairIsDelegated || staff.delegation(.seat) != nil
  }

  /// The members who bear the applicant's surname and live at the same address (features: 17).
  public func questioned(among members: [StaffMember]) -> [StaffMember] {
    let surname = Masking.surname(of: applicant)
    let house = HouseAddress(self[.address])
    guard !surname.isEmpty else { return [] }
    return members.filter { Masking.surname(of: $0.name) == surname && HouseAddress($0.address).isSame(as: house) }
  }

  /// Those of them about whom nobody has said yet why they do not step back: who is kept beside a replaced member was
  /// asked about before, and nothing new is known.
  public func unanswered(among members: [StaffMember], by move: Move) -> [StaffMember] {
    let answered = move == .replaceMember ? StaffList.ids(value("questioned", of: .chooseDirect)) : []
    return questioned(among: members).filter { !answered.contains($0.id) }
  }

  /// Whether somebody has signed since the panel was put together: the applicant was there (Measures article 9).
  public var panelHasSigned: Bool {
    guard state == .panel else { return false }
    let (chosen, discussed) = (value("sequence", of: .chooseDirect), value("sequence", of: .panelDiscuss))
    return !signatures.isEmpty || (Int(discussed) ?? 0) > (Int(chosen) ?? 0)
  }

  /// Whether the panel proposed keeps everybody who has signed and yet is another one.
  func keepsSignedSeats(_ act: Act<Application>) -> Bool {
    let members = Set(StaffList.ids(act.fields.text("members")))
    return signatures.allSatisfy { members.contains($0.staff) } && members != Set(panelMembers)
  }

  /// Whether somebody concluded on the case in its panel; the chair himself may decide it all the same (SOD-4).
  func isAssessor(_ staff: StaffMember) -> Bool {
    guard panelMembers.contains(staff.id), day(of: .panelDone) != nil else { return false }
    return !staff.holds([.chair])
  }

  /// The findings of the seats differ, and all of them stand.
  public var findingsDiffer: Bool { everySeatStands && agreedFinding == nil }

  /// Whether every seat of the panel stands and all find the same, so that it only has to be closed.
  public var isAgreed: Bool { state == .panel && agreedFinding != nil }

  /// Whether somebody has signed here and nothing waits for that member any more: only findings that differ still do.
  public func isSettled(for staff: StaffMember.ID) -> Bool {
    state == .panel && !findingsDiffer && hasSigned(staff)
  }

  /// Whether a member's signature stands for the case as it reads now.
  public func hasSigned(_ staff: StaffMember.ID) -> Bool {
    signatures.contains { $0.staff == staff && stands($0) }
  }

  /// Whether an event of the panel is still sealed: signed in this round, while not all seats have.
  public func isSealed(eventAt sequence: Int) -> Bool {
    !opinionsAreOpen && sequence > (Int(value("sequence", of: .panelDiscuss)) ?? 0)
  }
}

extension Application.Move {
  /// Whether whoever makes it gives the own password for it, wherever it is made.
  public var takesOwnSecret: Bool {
    Application.transitions.contains { $0.move == self && $0.guards.contains(.ownSecret) }
  }

  /// What a delegation must cover for this move.
  var delegatedScope: Delegation.Scope? {
    switch self {
    case .panelSign, .panelDiscuss, .panelToHospital: .seat
    case .approve, .refuse, .sendBack: .decision
    default: nil
    }
  }
}

extension Application {
  /// A member acts in the chair's post also under a delegation that covers the move.
  public func mayAct(_ staff: StaffMember, as roles: [Role], in move: Move) -> Bool {
    staff.holds(roles) || roles.contains(.chair) && move.delegatedScope.flatMap(staff.delegation) != nil
  }
}

extension Refusal {
  /// Three wrong secrets lock the seat of one person in one case (features: 21).
  public static let seatLocked = Refusal(
    "seat_not_locked",
    Phrase(
      "此席三次输错密码，已锁定；业务和其他席位不受影响", "Three wrong passwords: this seat is locked, the case and the other seats are not"),
    remedy: Phrase("请系统管理员为其重设密码，即解锁", "The administrator sets a new password for it, which unlocks it"))
}
