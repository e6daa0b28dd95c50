/// An objection to the notice and what became of it (domain: 3.2 object).
public struct SettledObjection: Hashable, Sendable {
  public let objector: String
  public let content: String
  /// The record of the check.
  public let record: String
  public let isFounded: Bool
  public let day: Day

  /// `甲：走路正常；核查：…（成立，2026-12-01）`.
  public var words: Phrase {
    let outcome = isFounded ? Phrase("成立", "founded") : Phrase("不成立", "unfounded")
    return .verbatim("\(objector)：\(content)") + Phrase("；核查：\(record)（", "; check: \(record) (") + outcome
      + Phrase("，\(day)）", ", \(day))")
  }
}

/// An objection to the notice on which nobody has decided yet, and the notice that it concerns (Measures article 9).
public struct OpenObjection: Hashable, Sendable {
  public let objector: String
  public let content: String
  /// Objections to the same notice that wait with it, each with who raised it and when; empty where it is alone.
  public let before: String
  /// The day on which it came, and the one on which it was entered.
  public let received: Day
  public let recorded: Day
  public let recordedBy: StaffMember.ID
  /// The applicant's village, where the notice hung, and its days.
  public let village: Village
  public let place: String
  public let posted: Day
  public let last: Day
}

extension Application {
  /// The objection that waits for its outcome; `nil` where none does.
  public var openObjection: OpenObjection? {
    guard state == .objection, let recorded = day(of: .object), let by = staff(of: .object),
      let posted = day(of: .postNotice), let last = noticeLastDay
    else { return nil }
    return OpenObjection(
      objector: value("objector", of: .object), content: value("content", of: .object),
      before: value("before", of: .object), received: Day(iso: value("received", of: .object)) ?? recorded,
      recorded: recorded, recordedBy: by,
      village: Village(of: self[.address]), place: value("place", of: .postNotice), posted: posted, last: last)
  }

  /// What is kept with a further objection of those that wait already: one check answers them all.
  var objectionsBefore: String {
    guard let open = openObjection else { return "" }
    let last = "\(open.objector)：\(open.content)（\(open.received) 收到）"
    return open.before.isEmpty ? last : "\(open.before)；\(last)"
  }

  /// What whoever decides on an objection has to know: who raised it and when, what it says, the notice that it
  /// concerns, and what follows from either outcome; nothing where none waits.
  ///
  /// - Parameter name: how a member of staff is called.
  public func objectionFacts(
    amid around: Surroundings, on calendar: WorkingCalendar, today: Day, named name: (StaffMember.ID) -> String
  ) -> [DecidedFact] {
    guard let open = openObjection else { return [] }
    let entered = Phrase(
      "\(open.recorded) 由\(name(open.recordedBy))登记", "entered on \(open.recorded) by \(name(open.recordedBy))")
    let came = Phrase("\(open.received) 收到，", "received on \(open.received), ")
    let days = Phrase("\(open.posted) 至 \(open.last)", "\(open.posted) to \(open.last)")
    return [
      DecidedFact(Phrase("异议人", "Objector"), .verbatim(open.objector + "  ") + came + entered),
      DecidedFact(Phrase("异议内容", "Objection"), .verbatim(open.content)),
    ]
      + (open.before.isEmpty ? [] : [DecidedFact(Phrase("先前异议", "Before it"), .verbatim(open.before))]) + [
        DecidedFact(
          Phrase("所涉公示", "Notice"),
          .joined(
            [open.village.label, .verbatim(open.place), days].filter { !$0.chinese.isEmpty }, by: .verbatim("  "))),
        DecidedFact(Phrase("不成立则", "If unfounded"), ifUnfounded(on: calendar, today: today)),
        DecidedFact(Phrase("成立则", "If founded"), ifFounded(amid: around)),
      ]
  }

  /// What follows where the objection is found to be none.
  public func ifUnfounded(on calendar: WorkingCalendar, today: Day) -> Phrase {
    let last = noticeLatest(on: calendar)
    if let last, today <= last {
      return Phrase("接着公示到 \(last)，期满送审核", "the notice goes on through \(last), then the case goes to review")
    }
    return Phrase(
      "公示已于 \(last?.iso ?? "") 期满，直接转审核", "the notice was over on \(last?.iso ?? ""): the case goes to review")
  }

  /// What follows where it is found to be true.
  public func ifFounded(amid around: Surroundings) -> Phrase {
    let before = institution
    let named = around.lists.institutions.first { $0.code == before }?.name ?? before
    let other =
      before.isEmpty
      ? Phrase("派评定机构", "an institution assesses")
      : Phrase("另派机构（不能是\(named)）", "another institution than \(named) assesses")
    let found = finding.map { Phrase("「", " “") + $0.words + Phrase("」", "”") } ?? Phrase("", "")
    return Phrase("原结论", "the finding") + found + Phrase("不再作数，留作首次结论；", " no longer counts and is kept as the first; ")
      + other + Phrase("重新评定，符合标准的重新公示", " anew, and what meets the standard is posted again")
  }

  /// The last objection found to be true and the last found to be none, for whoever decides.
  public var settledObjections: [SettledObjection] {
    [Move.objectionFounded, .objectionUnfounded].compactMap { move in
      guard let day = day(of: move) else { return nil }
      // Before the outcome kept the objection, only the last one was kept.
      func told(_ code: String) -> String {
        let kept = value(code, of: move)
        return kept.isEmpty ? value(code, of: .object) : kept
      }
      return SettledObjection(
        objector: told("objector"), content: told("content"), record: value("record", of: move),
        isFounded: move == .objectionFounded, day: day)
    }
  }

  /// What the outcome of an objection keeps of it, and where it is founded the finding that it sets aside.
  func settledEntries(of act: Act<Application>) -> Entries {
    let before = value("before", of: .object)
    let content = value("content", of: .object) + (before.isEmpty ? "" : "；\(before)")
    var told: Entries = ["objector": value("objector", of: .object), "content": content]
    guard act.move == .objectionFounded, let first = firstFinding ?? finding else { return told }
    told["first.category"] = String(first.category.rawValue)
    told["first.grade"] = first.grade.map { String($0.rawValue) } ?? "none"
    told["first.parts"] = first.parts
    told["first.path"] = first.path
    return told
  }

  /// A founded objection is looked at before the case is decided, and never passes among many.
  var foundedObjectionWarning: [Warning] {
    let first = firstFinding.map { finding in
      Phrase("；首次结论 ", "; first finding ") + finding.category.name + .verbatim(" ")
        + (finding.grade?.name ?? Phrase("不符合标准", "standard not met"))
    }
    return settledObjections.filter(\.isFounded).map { objection in
      Warning(
        code: .objectionFounded,
        sentence: Phrase("公示异议成立（\(objection.day)）", "objection to the notice founded on \(objection.day)")
          + (first ?? Phrase("", "")) + Phrase("；", "; ")
          + .verbatim("\(objection.objector.quoted())：\(objection.content.quoted())")
          + Phrase("；核查：", "; check: ") + .verbatim(objection.record.quoted()),
        possibleFrom: nil, source: .measures(9))
    }
  }
}
