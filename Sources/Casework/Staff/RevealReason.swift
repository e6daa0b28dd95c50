/// Why a number is shown whole (domain: 9, "full view needs a reason and is logged").
public enum RevealReason: Hashable, Sendable {
  /// The person stands at the counter.
  case counter
  case telephone, correction, archive, inquiry, inspection
  /// Chosen at reception among those who answer to what was typed.
  case reception(String)
  /// Found at reception by the number of whoever acts for the person.
  case helper(String)
  /// The own work on something: `case:431281-2026-000015`, `sweep:2026Q3-1`.
  case work(String)
  /// In the words of whoever asked.
  case said(String)

  /// What may be chosen where the number belongs to no work of one's own.
  public static let choices: [RevealReason] = [.counter, .telephone, .correction, .archive, .inquiry, .inspection]

  /// How the log has it.
  public var text: String {
    switch self {
    case .counter: "counter"
    case .telephone: "telephone"
    case .correction: "correction"
    case .archive: "archive"
    case .inquiry: "inquiry"
    case .inspection: "inspection"
    case .reception(let typed): "reception:\(typed)"
    case .helper(let number): "reception_for:\(number)"
    case .work(let subject), .said(let subject): subject
    }
  }

  public var name: Phrase {
    switch self {
    case .counter: Phrase("本人或家属在窗口办理", "The holder or family is at the counter")
    case .telephone: Phrase("电话联系、核对身份", "To call and to check who it is")
    case .correction: Phrase("核对、更正资料", "To compare and correct data")
    case .archive: Phrase("查对档案", "To find the paper file")
    case .inquiry: Phrase("投诉举报、纪检核查", "Complaint or inquiry")
    case .inspection: Phrase("监督检查、审计", "Inspection or audit")
    case .reception(let typed): Phrase("受理时按「\(typed)」找到", "Found at reception by “\(typed)”")
    case .helper(let number):
      Phrase(
        "受理时按监护人、代理人号码 \(Masking.identity(number)) 找到",
        "Found at reception by the number of whoever acts for the person, \(Masking.identity(number))")
    case .work(let subject), .said(let subject): .verbatim(subject)
    }
  }
}

extension Application {
  /// Whether a member holds the case, or it waits for that member's post or seat.
  public func isWork(of staff: StaffMember) -> Bool {
    if owner == staff.id || panelMembers.contains(staff.id) { return true }
    return CaseQueue.allCases.contains { $0.roles != [.clerk] && $0.holds(self) && $0.isWorked(by: staff) }
  }
}
