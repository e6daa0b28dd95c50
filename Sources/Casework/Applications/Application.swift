/// One service asked for by one person (业务).
///
/// Its fields stand under their own codes, the values given with a move under the code of that move:
/// `name`, `accept.materials`, `approve.by`. A signature stands under `sign.` and the signer, parted from the rest by
/// a bar that no sign-in name has: `sign.li|grade`.
public struct Application: Hashable, Sendable {
  public let id: Int64
  /// The number people use: office, year, serial (`431281-2026-00001`).
  public let number: String
  public let service: ServiceKind
  public private(set) var state: State
  /// How many events it has; the next one must be exactly one more.
  public private(set) var sequence: Int
  /// The business date on which it came into its state.
  public private(set) var since: Day
  public private(set) var entries: Entries

  public init(
    id: Int64, number: String, service: ServiceKind, state: State, sequence: Int, since: Day, entries: Entries
  ) {
    self.id = id
    self.number = number
    self.service = service
    self.state = state
    self.sequence = sequence
    self.since = since
    self.entries = entries
  }

  /// A new case, before its first event is counted.
  public init(id: Int64, number: String, service: ServiceKind, openedBy event: Event<Application>) {
    self.init(id: id, number: number, service: service, state: .draft, sequence: 1, since: event.day, entries: [:])
    take(event, staying: true)
  }

  /// The states of a case (domain: 3.1).
  public enum State: String, WorkflowCode {
    case draft, submitted, returned
    case returnedReview = "returned_review"
    case notAccepted = "not_accepted"
    case accepted, assigned, panel
    case assessedOK = "assessed_ok"
    case assessedFail = "assessed_fail"
    case publicity, objection, review, forwarded, approved, refused, printed, ready, collected, archived
    case reassessCity = "reassess_city"
    case reassessProvince = "reassess_prov"
    case withdrawn, lapsed
  }

  /// What people do with a case (domain: 3.2).
  public enum Move: String, WorkflowCode {
    case open, edit, submit
    case sendBack = "return"
    case rejectIntake = "reject_intake"
    case recordCheck = "record_check"
    case accept
    case noAssessment = "no_assessment"
    case chooseHospital = "choose_hospital"
    case chooseDirect = "choose_direct"
    case panelSign = "panel_sign"
    case panelDone = "panel_done"
    case panelDiscuss = "panel_discuss"
    case replaceMember = "replace_member"
    case panelToHospital = "panel_to_hospital"
    case recordResult = "record_result"
    case resubmitAfterReview = "resubmit_after_review"
    case correctionOverdue = "correction_overdue"
    case noShow = "no_show"
    case missAppointment = "miss_appointment"
    case postNotice = "post_notice"
    case skipNotice = "skip_notice"
    case object
    case objectionUnfounded = "objection_unfounded"
    case objectionFounded = "objection_founded"
    case noticeEnd = "notice_end"
    case arrive, forward
    case receiveForwarded = "receive_forwarded"
    case forwardReturned = "forward_returned"
    case forwardSettled = "forward_settled"
    case declineForwarded = "decline_forwarded"
    case approve, refuse, deliver
    case cityReview = "city_review"
    case askCity = "ask_city"
    case cityResult = "city_result"
    case askProvince = "ask_prov"
    case provResult = "prov_result"
    case print, seal
    case finishWithoutCard = "finish_without_card"
    case misprint, collect, archive, withdraw, terminate, resume
    case registerPaper = "register_paper"
    case takeOver = "take_over"
    case reassign
    case askAdvice = "ask_advice"
    case answerAdvice = "answer_advice"
    case recount
  }

  public mutating func apply(_ event: Event<Application>) {
    sequence += 1
    let stays = event.to == state
    if !stays { since = event.day }
    state = event.to
    take(event, staying: stays)
  }

  private mutating func take(_ event: Event<Application>, staying stays: Bool) {
    switch event.move {
    case .open, .edit: entries.merge(event.data)
    case .recount:
      keepClock(event)
      if let last = event.data["last_day"] { entries["\(Move.postNotice.rawValue).last_day"] = last }
    case .takeOver: entries["owner"] = event.staff
    case .reassign: entries["owner"] = event.data["successor"]
    case .askAdvice: entries["question"] = event.data.text("question")
    case .answerAdvice: entries["question"] = nil
    case .registerPaper:
      var paper = event.data
      paper["by"] = event.staff
      paper["on"] = event.day.iso
      entries.replace(under: "paper.\(event.data.text("code"))|", with: paper)
    case .panelSign:
      var signature = event.data
      signature["on"] = event.day.iso
      entries.replace(under: "sign.\(event.staff)|", with: signature)
    default:
      var data = event.data
      data["by"] = event.staff
      data["on"] = event.day.iso
      entries.replace(under: "\(event.move.rawValue).", with: data)
      if !stays || event.data["deadline"] != nil { keepClock(event) }
      keepStanding(event)
    }
  }

  private mutating func keepClock(_ event: Event<Application>) {
    for code in Self.clockCodes { entries[code] = event.data[code] }
  }

  /// What a move starts or ends for the case as a whole: its finding, its seats.
  private mutating func keepStanding(_ event: Event<Application>) {
    if [.chooseDirect, .chooseHospital, .panelToHospital, .panelDiscuss, .missAppointment, .objectionFounded]
      .contains(event.move)
    {
      entries.replace(under: "sign.", with: [:])
      if event.move == .chooseDirect { entries.merge(["feature": "", "evaluation": ""]) }
      entries.replace(under: "finding.", with: [:])
    }
    if event.move == .replaceMember {
      for code in ["members", "named", "chair", "chair_under", "questioned"] {
        entries["\(Move.chooseDirect.rawValue).\(code)"] = event.data[code]
      }
    }
    if let path = event.move.path, event.data["category"] != nil {
      // What was found first stays beside what a higher level found (Measures article 25).
      if path.isReassessment && entries.under("first_finding.").isEmpty {
        entries.replace(under: "first_finding.", with: entries.under("finding."))
      }
      entries.replace(under: "finding.", with: event.data.only(["category", "grade", "parts"]))
      entries["finding.path"] = path.rawValue
    }
  }
}

/// Who came to a finding.
public enum AssessmentPath: String, Sendable {
  case panel, hospital, city
  case province = "prov"

  public var name: Phrase {
    switch self {
    case .panel: Phrase("联合评定", "panel")
    case .hospital: Phrase("医院评定", "hospital")
    case .city: Phrase("市级重新评定", "prefecture")
    case .province: Phrase("省级重新评定，最终", "province, final")
    }
  }

  var isReassessment: Bool { self == .city || self == .province }
}

extension Application.Move {
  /// The path whose finding the move records, or `nil`.
  var path: AssessmentPath? {
    switch self {
    case .panelDone: .panel
    case .recordResult, .arrive: .hospital
    case .cityResult: .city
    case .provResult: .province
    default: nil
    }
  }
}

extension Entries {
  /// The entries but those under these codes.
  public func without(_ codes: [String]) -> Entries {
    var kept = self
    for code in codes { kept[code] = nil }
    return kept
  }

  /// The entries under these codes alone.
  public func only(_ codes: [String]) -> Entries {
    var kept = Entries()
    for code in codes { kept[code] = self[code] }
    return kept
  }
}
