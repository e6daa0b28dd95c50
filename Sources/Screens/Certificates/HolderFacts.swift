import CaseStore
import Casework

extension HolderScreen {
  /// The person, each certificate, and what is to be done.
  func about(_ holder: Holder) -> [FactLine] {
    let newest = holder.newest
    let sex = Sex(rawValue: newest[.sex])?.name ?? Phrase("", "")
    let birth = newest.birth.map { birth in
      Phrase("\(birth) 生", "born \(birth)") + .verbatim(today.map { " (\(birth.age(on: $0)))" } ?? "")
    }
    var lines = [
      FactLine(
        Phrase("持证人", "Holder"), .joined([.verbatim(newest.name), sex, birth ?? Phrase("", "")], by: .verbatim("  "))),
      FactLine(
        Phrase("身份号码", "Identity"),
        (isRevealed ? newest.identity : Masking.identity(newest.identity)) + "  "
          + (isRevealed ? newest[.phone] : Masking.phone(newest[.phone]))),
      FactLine(Phrase("地址", "Address"), newest[.address]),
    ]
    if let guardian = holder.guardian { lines.append(FactLine(Phrase("监护人", "Guardian"), words(of: guardian))) }
    // Whoever stands for many, as a home does, finds them in the list below.
    lines += holder.wards.prefix(3).map { FactLine(Phrase("被监护人", "Guardian of"), words(of: $0)) }
    if holder.wards.count > 3 {
      let more = holder.wards.count - 3
      lines.append(FactLine(Phrase("", ""), Phrase("另有 \(more) 人，列在下面", "\(more) more, listed below")))
    }
    lines.append(.heading(Phrase("证件", "Certificates")))
    lines += holder.certificates.reversed().map(line(of:))
    let live = holder.certificates.count { certificate in today.map { certificate.state(on: $0).isActive } ?? false }
    if live > 1 {
      lines.append(
        FactLine(
          Phrase("请核", "Check"), Phrase("一人 \(live) 本有效证，留一本，其余办「注销」（重复）", "\(live) are live: cancel all but one"),
          .warning))
    }
    lines += holder.reportedDeaths.map {
      FactLine(Phrase("请核", "Check"), $0.sentenceOfHolder, .warning)
    }
    lines += holder.cases.filter(\.isDeathUnderWay).map {
      FactLine(Phrase("请核", "Check"), DeathUnderWay($0).sentence, .warning)
    }
    let todos = holder.certificates.flatMap(\.todos)
    if !todos.isEmpty { lines += [.heading(Phrase("待办", "To do"))] + todos.map(line(ofToDo:)) }
    return lines
  }

  func history(of holder: Holder) -> [FactLine] {
    holder.events.reversed().map { entry in
      let move = Certificate.Move(rawValue: entry.move)?.name ?? .verbatim(entry.move)
      let people = Phrase.listed(([entry.actor] + [entry.second].compactMap { $0 }).map { names[$0] ?? $0 })
      let reason = CancellationReason(rawValue: entry.data.text("reason"))?.name ?? .verbatim(entry.data.text("reason"))
      let todo = entry.data["todo"] == nil ? Phrase("", "") : entry.data.todoName
      let ground = entry.data.text("ground")
      return FactLine(
        .verbatim("\(entry.day) \(entry.at.clock)"),
        .joined([move, todo, reason, .verbatim(ground), people], by: .verbatim("  ")))
    }
  }

  private func line(of certificate: Certificate) -> FactLine {
    let state = today.map { certificate.state(on: $0) } ?? certificate.state
    let number = isRevealed ? certificate.number : Masking.certificate(certificate.number)
    let validity = Phrase(
      "有效期 \(certificate[.validFrom]) 至 \(certificate[.validTo])",
      "\(certificate[.validFrom]) to \(certificate[.validTo])")
    let drawer = certificate.isAwaitingCollection && state == .valid ? Phrase("未领取", "not collected") : Phrase("", "")
    let transit = today.flatMap { certificate.transitWords(on: $0) } ?? Phrase("", "")
    return FactLine(
      state.name,
      .joined([.verbatim(number), certificate.disabilityInFull, validity, drawer, transit], by: .verbatim("  ")),
      state.isActive ? .plain : .faint)
  }

  private func words(of other: Guardianship) -> Phrase {
    let identity = isRevealed ? other.identity : Masking.identity(other.identity)
    let phone = isRevealed ? other.phone : Masking.phone(other.phone)
    return .joined([other.name, other.relation, identity, phone].map { .verbatim($0) }, by: .verbatim("  "))
  }

  private func line(ofToDo todo: Entries) -> FactLine {
    FactLine(todo.todoName, todo.todoWords, todo["settled_on"] == nil ? .warning : .plain)
  }
}
