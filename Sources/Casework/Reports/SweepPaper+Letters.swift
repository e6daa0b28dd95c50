extension SweepMaterial {
  /// (e) one letter for each holder whose certificate ended or is watched, in plain words.
  func letters(from office: String, on day: Day) -> Paper.Chapter {
    let all = toldByLetter
    let close: [Phrase] = [.verbatim(office), .verbatim(day.iso)]
    let letters = all.map { done in
      let texts = done.row.kind == .death ? recall(done) : moveNotice(done, on: day)
      return Paper.Letter(texts.title, texts.paragraphs, close: close)
    }
    let lines = all.map { done -> [Phrase] in
      let texts = done.row.kind == .death ? recall(done) : moveNotice(done, on: day)
      return [
        texts.addressee, .verbatim(done.certificate[.address]), .verbatim(done.certificate[.phone]),
        .verbatim(done.certificate.number), texts.title,
        Phrase(
          texts.paragraphs.dropFirst().map(\.chinese).joined(),
          texts.paragraphs.dropFirst().map(\.english).joined(separator: " ")),
      ]
    }
    return Paper.Chapter(
      SweepPart.letters.rawValue, SweepPart.letters.name,
      [
        Paper.Column(Phrase("收信人", "To"), 16), Column.address, Paper.Column(Phrase("电话", "Phone"), 14),
        Column.certificate, Paper.Column(Phrase("事由", "About"), 22), Paper.Column(Phrase("正文", "Text"), 60),
      ], lines, letters: letters)
  }

  private typealias Texts = (title: Phrase, addressee: Phrase, paragraphs: [Phrase])

  private func recall(_ done: Done) -> Texts {
    let (name, number) = (done.certificate.name, done.certificate.number)
    let told = done.row.deathSentence(name, by: done.judgment)
    let office = done.row.source(in: sweep).office
    let found = Self.found(done.row, Phrase("去世日期", "the day of death"))
    let addressee = Phrase("\(name)的家属", "The family of \(name)")
    return (
      Phrase("残疾人证注销及交回通知", "Certificate cancelled: please return the card"), addressee,
      [
        addressee + Phrase("：", ":"),
        Phrase(
          "\(office.chinese)告知\(found.chinese)，\(told.chinese)残疾人证 \(number) 已按规定注销。",
          "\(office.english) told us\(found.english): \(told.english) The disability certificate \(number) has been cancelled, as the rules ask."
        ),
        Phrase(
          "请方便时把这本证交给村（社区）残协，或者交到我们办证室。找不到了也没关系，告诉我们一声就行，不收任何费用。",
          "Please give the card to the village or community worker, or bring it to us, when it suits you. If it cannot be found, just tell us. There is nothing to pay."
        ),
        Phrase(
          "如果情况不是这样，请带身份证来，或者打电话给我们，我们会马上更正。",
          "If this is not so, please come with the identity card or call us, and we will put it right at once."),
      ]
    )
  }

  private func moveNotice(_ done: Done, on today: Day) -> Texts {
    let (name, number, day) = (done.certificate.name, done.certificate.number, done.row.dayText)
    let found = Self.found(done.row, Phrase("迁出日期", "the day of the move"))
    let addressee = Phrase("\(name)", name)
    return (
      Phrase("请办理残疾人证迁移", "Please transfer your certificate"), addressee,
      [
        addressee + Phrase("：", ":"),
        Phrase(
          "\(sweep.source.office.chinese)告知\(found.chinese)，您的户口已于 \(day) 迁出本县。残疾人证 \(number) 现在仍然有效，请到我们这里办理迁移，再到新户口所在地残联登记。",
          "\(sweep.source.office.english) told us\(found.english) that your household moved out of the county on \(day). Your certificate \(number) is still valid. Please have it transferred with us, then register it at your new place."
        ),
        clocks(of: done.certificate.entries.under("todo.watch_move."), on: today),
        Phrase(
          "如果户口没有迁，请打电话或者带户口簿来，我们会马上更正。不收任何费用。",
          "If you have not moved, call us or bring the household book, and we will put it right. There is nothing to pay."
        ),
      ]
    )
  }

  /// That the day is not the one of the list.
  private static func found(_ row: SweepRow, _ day: Phrase) -> Phrase {
    guard row.given.date != nil else { return Phrase("", "") }
    return Phrase("（\(day.chinese)由我们核实）", " (we found out \(day.english) ourselves)")
  }

  /// What follows without a transfer; a day that has passed is no threat any more.
  private func clocks(of todo: Entries, on today: Day) -> Phrase {
    let (freeze, cancel) = (todo.text("freeze_on"), todo.text("cancel_on"))
    if let end = Day(iso: cancel), end < today {
      return Phrase(
        "到 \(cancel) 已满一年，按规定证件应当注销，请尽快来办。",
        "A year was over on \(cancel), and the certificate is to be cancelled: please come as soon as you can.")
    }
    if let half = Day(iso: freeze), half < today {
      return Phrase(
        "到 \(freeze) 已满半年，按规定证件应当暂停使用，请尽快来办；\(cancel) 前仍没有办理的，证件将注销。",
        "Half a year was over on \(freeze), and the certificate is to be frozen: please come as soon as you can. "
          + "If it has not been transferred by \(cancel) it is cancelled.")
    }
    return Phrase(
      "\(freeze) 前没有办理的，证件将暂停使用；\(cancel) 前仍没有办理的，证件将注销。",
      "If that has not been done by \(freeze) it is frozen, and if it has not been done by \(cancel) it is cancelled.")
  }
}
