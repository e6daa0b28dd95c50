/// Something that time alone has brought about (domain: 3.4): laid before a person every day, never done silently.
public struct Proposal: Hashable, Sendable {
  public let kind: Kind
  /// The case or certificate that it is about.
  public let subject: Subject
  /// Whose it is, as lists show it.
  public let name: String
  /// The day from which it has been due.
  public let due: Day
  /// What a person may do about it.
  public let action: Action
  /// By when it is to be done, where a rule says so.
  public let term: Term?
  /// What of it is of this one alone, in words; empty where the kind says all.
  public let detail: Phrase

  public init(
    kind: Kind, subject: Subject, name: String, due: Day, action: Action, term: Term? = nil,
    detail: Phrase = Phrase("", "")
  ) {
    self.kind = kind
    self.subject = subject
    self.name = name
    self.due = due
    self.action = action
    self.term = term
    self.detail = detail
  }

  /// What is proposed, with what is of this one alone.
  public var words: Phrase { .joined([kind.name, detail], by: Phrase("：", ": ")) }

  public enum Subject: Hashable, Sendable {
    case application(Int64, number: String)
    case certificate(number: String)
    /// A row that may mean several people.
    case sweepRow(Int64, row: Int, number: String)
    /// A quarter whose comparison is due, with the sweep that is under way.
    case quarter(Quarter, sweep: Int64?, number: String)
  }

  public enum Action: Hashable, Sendable {
    /// A move of the case.
    case move(Application.Move)
    /// A new case with these fields.
    case open(ServiceKind, Entries)
    /// Somebody is called or written to.
    case contact(ContactTopic)
    /// The person's page is looked at, and what follows decided there.
    case verify
    /// The case, the person or the row is looked at, and what follows decided there.
    case look
    /// A step of the quarter's sweep.
    case sweep(Sweep.Move)
  }

  public enum Kind: String, CaseIterable, Sendable {
    case correctionOverdue = "correction_overdue"
    case referralExpired = "referral_expired"
    case noticeEnded = "notice_ended"
    case announcementEnded = "announcement_ended"
    case objectionClosed = "objection_closed"
    case deliveryMissing = "delivery_missing"
    case notCollected = "not_collected"
    case belowStandard = "below_standard"
    case freezeMoved = "freeze_moved"
    case cancelMoved = "cancel_moved"
    case freezeSoon = "freeze_soon"
    case cancelSoon = "cancel_soon"
    case freezeReview = "freeze_review"
    case barEnded = "bar_ended"
    case underWay = "under_way"
    case secondLive = "second_live"
    case heldRow = "held_row"
    case caseOfTheDead = "case_of_the_dead"
    case helperDead = "helper_dead"
    case questionOpen = "question_open"
    case questionAnswered = "question_answered"
    case quarterDue = "quarter_due"
    case reportedDead = "reported_dead"
    case oftenLost = "often_lost"
    case checkDue = "check_due"
    case saidDead = "said_dead"
    case perhapsAlive = "perhaps_alive"
    case toldAlive = "told_alive"
    case droppedRow = "dropped_row"
    case policeTold = "police_told"
    case refusedRow = "refused_row"

    public var name: Phrase {
      switch self {
      case .correctionOverdue: Phrase("补正逾期，可作逾期失效", "Correction overdue: may lapse")
      case .referralExpired: Phrase("逾期未评定，可作逾期失效", "Referral expired: may lapse")
      case .noticeEnded: Phrase("公示期满，可送审", "Notice over: may go to review")
      case .announcementEnded: Phrase("遗失公告期满，可继续补办", "Announcement over: the reissue may go on")
      case .objectionClosed: Phrase("异议期满，可归档", "Objection window closed: may be archived")
      case .deliveryMissing: Phrase("决定书送达未登记", "No delivery of the refusal recorded")
      case .notCollected: Phrase("证件久未领取，请提醒", "Card not collected: remind")
      case .belowStandard: Phrase("重评不符合标准，可提注销", "Re-assessed below the standard: propose cancelling")
      case .freezeMoved: Phrase("户口迁出满半年未转证，可提冻结", "Moved half a year ago: propose freezing")
      case .cancelMoved: Phrase("户口迁出满一年未转证，可提注销", "Moved a year ago: propose cancelling")
      case .freezeSoon: Phrase("将满半年，请先通知转证", "Half a year is near: write first")
      case .cancelSoon: Phrase("将满一年，请先通知转证", "A year is near: write first")
      case .freezeReview: Phrase("冻结到复核日", "Freeze to be looked at again")
      case .barEnded: Phrase("一年限制已满，可告知本人", "The one-year bar has ended: tell the person")
      case .secondLive: Phrase("一人两本有效证，请核实", "Two live certificates of one person: verify")
      case .heldRow: Phrase("核销中留待核实，请查明", "On hold in a sweep: find out")
      case .caseOfTheDead: Phrase("持证人已因死亡注销，业务仍在办", "The holder has died: this case is still open")
      case .helperDead: Phrase("监护人、代理人已因死亡注销，须换人", "The guardian or agent has died: somebody else must act")
      case .questionOpen: Phrase("请示待答复", "A question waits for an answer")
      case .questionAnswered: Phrase("请示已答复，请看后接着办", "A question was answered: look, and go on")
      case .underWay: Phrase("迁出在途，对方未回执", "Under way, no receipt yet")
      case .quarterDue: Phrase("季度核销未执行", "Quarterly sweep not applied")
      case .reportedDead: Phrase("申请人或监护人在死亡名单上，请查明", "On a police list of deaths: find out")
      case .oftenLost: Phrase("两年内第三次挂失，请留意", "Lost for the third time within two years")
      case .saidDead: Phrase("家属称已去世，请查证，属实的提注销", "Said to have died: check, then propose cancelling")
      case .perhapsAlive:
        Phrase(
          "可能错销：报亡已注销，后来的名单却定为不同意；查明健在的，撤回该行或恢复证件",
          "Perhaps a mistake: cancelled for death, and rejected in a later list; if alive, undo the row or restore the card"
        )
      case .toldAlive:
        Phrase(
          "可能错销：报亡已注销，名单却说此人健在或此后有变动；查明健在的，撤回该行或恢复证件，不属实的在名单中不同意并写明",
          "Perhaps a mistake: cancelled for death, and a list takes that back or tells of something after it; if alive, undo the row or "
            + "restore the card, else reject that row and say why"
        )
      case .droppedRow:
        Phrase(
          "可能错办：已执行，较新的名单却没有此行；请查明，错的按行撤回",
          "Perhaps a mistake: carried out, and missing in a newer list; find out, undo what was wrong")
      case .policeTold: Phrase("名单通报待办", "Reported in a list, to be settled")
      case .refusedRow: Phrase("核销被拒未办，请查明", "Refused in a sweep: find out")
      case .checkDue: Phrase("材料虚假不予受理，须核查", "Not accepted for false papers: to be checked")
      }
    }

    /// The rule behind it.
    public var ground: Phrase {
      switch self {
      case .correctionOverdue, .referralExpired, .notCollected, .freezeReview, .underWay, .secondLive, .heldRow,
        .caseOfTheDead, .saidDead, .perhapsAlive, .toldAlive, .droppedRow, .quarterDue, .reportedDead, .oftenLost,
        .questionOpen,
        .questionAnswered, .policeTold, .refusedRow:
        .design
      case .noticeEnded, .helperDead, .checkDue: .measures(9)
      case .announcementEnded: .localPractice
      case .objectionClosed, .deliveryMissing: .measures(25)
      case .belowStandard, .cancelMoved, .cancelSoon, .barEnded: .measures(24)
      case .freezeMoved, .freezeSoon: .measures(23)
      }
    }

    /// The posts that act on it.
    fileprivate var roles: [Role] {
      switch self {
      case .objectionClosed: [.archivist]
      case .oftenLost: [.supervisor]
      case .perhapsAlive, .toldAlive, .droppedRow: [.clerk, .supervisor]
      default: [.clerk]
      }
    }
  }

  /// The posts that act on it: those of the move, or those that open cases and call people.
  public var roles: [Role] {
    let rows: [Role]
    switch action {
    case .move(let move): rows = Application.transitions.filter { $0.move == move }.flatMap(\.roles)
    case .sweep(let move): rows = Sweep.roles(of: move)
    default: return kind.roles
    }
    return Role.allCases.filter(rows.contains)
  }
}

extension Application {
  /// What time proposes for this case.
  public func proposal(
    on today: Day, under policy: Policy, calendar: WorkingCalendar = WorkingCalendar()
  ) -> Proposal? {
    func made(_ kind: Proposal.Kind, _ action: Proposal.Action, due: Day) -> Proposal {
      Proposal(kind: kind, subject: .application(id, number: number), name: applicant, due: due, action: action)
    }
    let passed = deadline.flatMap { $0.day < today ? $0.day.adding(days: 1) : nil }
    switch state {
    case .returned, .returnedReview:
      return passed.map { made(.correctionOverdue, .move(.correctionOverdue), due: $0) }
    case .accepted: return passed.map { made(.announcementEnded, .move(.noAssessment), due: $0) }
    case .assigned: return passed.map { made(.referralExpired, .move(.noShow), due: $0) }
    case .publicity:
      let next: Move = decidingCounty == acceptingCounty ? .noticeEnd : .forward
      return noticeLatest(on: calendar).flatMap {
        $0 < today ? made(.noticeEnded, .move(next), due: $0.adding(days: 1)) : nil
      }
    case .refused, .withdrawn:
      guard let passed else { return nil }
      if state == .refused, deliveredOn == nil { return made(.deliveryMissing, .move(.deliver), due: passed) }
      if isBelowStandardOfCertificate {
        return made(
          .belowStandard,
          .open(
            .cancel,
            [
              "certificate": self[.certificate], "reason": CancellationReason.noLongerMeets.rawValue,
              "document": number, "event_date": findingDay?.iso ?? "",
            ]), due: passed)
      }
      return state == .refused ? made(.objectionClosed, .move(.archive), due: passed) : nil
    case .notAccepted: return checkIsDue ? made(.checkDue, .move(.recordCheck), due: since) : nil
    case .ready:
      let due = since.adding(days: policy.collectRemindDays)
      guard due <= today else { return nil }
      return Proposal(
        kind: .notCollected, subject: .certificate(number: certificateNumber), name: applicant, due: due,
        action: .contact(.collection))
    default: return nil
    }
  }
}

extension Certificate {
  /// What time proposes for this certificate.
  public func proposals(on today: Day) -> [Proposal] {
    func made(_ kind: Proposal.Kind, _ action: Proposal.Action, due: Day) -> Proposal {
      Proposal(kind: kind, subject: .certificate(number: number), name: name, due: due, action: action)
    }
    func isSettled(_ topic: ContactTopic, since due: Day) -> Bool {
      contact(about: topic).map { $0.result.settles && $0.day >= due } ?? false
    }
    var found: [Proposal] = []
    if state.isActive, let day = saidDeadOn {
      let death = CancellationReason.death.rawValue
      found.append(made(.saidDead, .open(.cancel, ["certificate": number, "reason": death]), due: day))
    }
    if state.isActive, !self[.secondLive].isEmpty { found.append(made(.secondLive, .verify, due: since)) }
    switch state {
    case .valid, .lost, .expired: found += moveProposals(on: today)
    case .frozen:
      let moved = moveProposals(on: today)
      found += moved
      if moved.contains(where: { $0.kind == .cancelMoved }) { break }
      if let review = Day(iso: entries.text("freeze.review_on")), review <= today,
        !isSettled(.freeze, since: review)
      {
        found.append(made(.freezeReview, .open(.unfreeze, ["certificate": number]), due: review))
      }
    case .cancelled:
      if let end = Day(iso: entries.text("cancel.bar_ends")), end <= today, !isSettled(.bar, since: end),
        today < end.adding(months: 6)
      {
        found.append(made(.barEnded, .contact(.bar), due: end))
      }
    case .movedOut:
      if let sent = inTransitSince {
        let due = sent.adding(days: Self.letterDays)
        if due <= today, !isSettled(.transfer, since: due) {
          let days = today.ordinal - sent.ordinal
          found.append(
            Proposal(
              kind: .underWay, subject: .certificate(number: number), name: name, due: due, action: .contact(.transfer),
              detail: Phrase("已 \(days) 天", "\(days.counted("day"))")))
        }
      }
    case .replaced, .spoiled: break
    }
    return found
  }

  /// How long before a freeze the holder is written to, and after which a receipt is asked for.
  public static let letterDays = 30
}
