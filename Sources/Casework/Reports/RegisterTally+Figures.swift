extension RegisterTally {
  /// The figures of the period, without what `reversals` took back.
  ///
  /// - Parameter register: how many certificates the register itself holds in force today.
  public func figures(register: Int) -> Figures {
    var figures = Figures(period: period, values: lines)
    for card in cards where card.opening?.isActive ?? false { figures["opening"] += 1 }
    figures["in_log"] = cards.count { $0.now?.isActive ?? false }
    figures["in_register"] = register
    for reversal in reversals {
      figures[reversal.code] += reversal.count
      if reversal.code.hasPrefix("cancelled.") { figures["cancelled"] += reversal.count }
    }
    var standing = Standing()
    let day = Int32(period.last.ordinal)
    for card in cards {
      guard let state = card.standing(card.corrected, on: day) else { continue }
      standing.add(card, state, on: period.last)
    }
    standing.tell(into: &figures, villages: villages.all)
    return figures
  }

  /// The certificates behind a figure of the opening or the closing.
  var standing: [Found] {
    guard let figure, ReportLine(rawValue: figure) == nil, !figure.hasPrefix("cancelled."), figure != Self.everything
    else { return [] }
    let day = Int32(period.last.ordinal)
    return cards.indices.compactMap { index in
      let card = cards[index]
      let isCounted: Bool
      if figure == "opening" {
        isCounted = card.opening?.isActive ?? false
      } else if let state = card.standing(card.closing, on: day) {
        isCounted = figure == "closing" || Self.codes(of: card, state, on: period.last, villages.all).contains(figure)
      } else {
        isCounted = false
      }
      return isCounted ? Found(subject: index, seq: nil, count: 1, code: figure) : nil
    }
  }

  /// The figures of the closing in which a certificate counts; the same that `Standing` tells.
  private static func codes(
    of card: TalliedCard, _ state: Certificate.State, on day: Day, _ villages: [Village]
  ) -> [String] {
    var standing = Standing()
    standing.add(card, state, on: day)
    var figures = Figures(period: .year(day.year))
    standing.tell(into: &figures, villages: villages)
    return Array(figures.values.keys)
  }
}

/// The certificates in force at the end of a period, divided in every way that the standard sheets show (features: 71).
private struct Standing {
  private var total = 0
  private var states: [Certificate.State: Int] = [:]
  private var both = [Int](repeating: 0, count: 80)
  private var villages: [Int32: Int] = [:]
  private var ages: [Int: Int] = [:]
  private var sexes: [Sex?: Int] = [:]

  mutating func add(_ card: TalliedCard, _ state: Certificate.State, on day: Day) {
    total += 1
    states[state, default: 0] += 1
    both[Int(card.category) * 10 + Int(card.grade)] += 1
    villages[card.village, default: 0] += 1
    ages[card.birth.map { Day(ordinal: Int($0)).age(on: day) } ?? -1, default: 0] += 1
    sexes[card.sex, default: 0] += 1
  }

  func tell(into figures: inout Figures, villages names: [Village]) {
    figures["closing"] = total
    for (state, count) in states { figures["by_state.\(state.rawValue)"] += count }
    for (index, count) in both.enumerated() where count > 0 {
      let (category, grade) = (index / 10, index % 10)
      figures["by_category.\(category)"] += count
      figures["by_grade.\(grade)"] += count
      figures["by_both.\(category)-\(grade)"] += count
    }
    for (number, count) in villages {
      let village = names[Int(number)]
      figures["by_township.\(village.township)"] += count
      figures["by_village.\(village.township)\(village.name)"] += count
    }
    for (age, count) in ages { figures["by_age.\(AgeBand.code(of: age))"] += count }
    for (sex, count) in sexes { figures["by_sex.\(sex?.rawValue ?? "")"] += count }
  }
}
