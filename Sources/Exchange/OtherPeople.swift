import Casework

extension TableRow {
  /// What says that a row names somebody besides the person of whom it is read: who has died takes a person to say.
  ///
  /// - Parameters:
  ///   - identity: the number that is read.
  ///   - name: the name that is read.
  ///   - names: where the fields of names and of numbers stand.
  func otherPeople(
    besides identity: String, _ name: String, names: (name: Int, identity: Int)
  ) -> [String] {
    guard columns.ofOthers.areThere || cells.count > columns.headings.count else { return [] }
    var doubts: [String] = []
    for column in columns.ofOthers.deadKin + columns.ofOthers.deaths where !cells.isBlank(column) {
      let value = cells.text(column).trimmed
      if CellContent.isBlank(value) || isSame(value, as: identity, name) { continue }
      doubts.append(
        Denial.doubt(about: .otherDead, saying: "\(columns.headings[column]) \(Masking.numbers(in: value))"))
    }
    for (place, own) in [(names.identity, identity), (names.name, name)] {
      let others = several(of: place).filter { !isSame($0.cell.text, as: own, own) }
      doubts += others.compactMap { other in
        let value = other.cell.text.trimmed
        if CellContent.isBlank(value) || place == names.identity && !HeadingVocabulary.isNumber(value) { return nil }
        return Denial.doubt(about: .otherPerson, saying: "\(other.heading) \(Masking.numbers(in: value))")
      }
    }
    for column in columns.ofOthers.perhapsDead where !cells.isBlank(column) {
      let value = cells.text(column).trimmed
      if CellContent.isMark(value) || mayHoldANumber(column) || isSame(value, as: identity, name) { continue }
      doubts.append(Denial.doubt(about: .otherPerson, saying: "\(columns.headings[column]) \(value)"))
    }
    for column in columns.ofOthers.actors where mayBegin(column, as: identity, name) {
      let value = cells.text(column).trimmed
      guard isSame(value, as: identity, name) else { continue }
      doubts.append(
        Denial.doubt(about: .ownAct, saying: "\(columns.headings[column]) \(Masking.numbers(in: value))"))
    }
    let beyond = cells.count > columns.headings.count ? Array(columns.headings.count..<cells.count) : []
    for column in columns.ofOthers.withoutNumbers + beyond where mayHoldANumber(column) {
      let heading = columns.headings.indices.contains(column) ? columns.headings[column] : ""
      for found in cells.text(column).matches(of: /[0-9]{17}[0-9Xx]/)
      where HeadingVocabulary.isNumber(String(found.output)) && !isSame(String(found.output), as: identity, identity) {
        let number = Masking.identity(String(found.output))
        doubts.append(Denial.doubt(about: .otherPerson, saying: heading.isEmpty ? number : "\(heading) \(number)"))
      }
    }
    return doubts
  }

  /// Whether a cell tells the number or the name of the row once more.
  private func isSame(_ value: String, as identity: String, _ name: String) -> Bool {
    let (number, own) = (Cleaning.number(value).text, Cleaning.number(identity).text)
    // A number of fifteen digits lacks the century and the last place.
    if own.utf8.count == 15, number.utf8.count == IdentityNumber.length,
      number.prefix(6) + number.dropFirst(8).prefix(9) == own
    {
      return true
    }
    return number == own || Cleaning.name(value).text == Cleaning.name(name).text
  }

  /// Whether a cell begins as the name or the number does, so that it may be one of them: most do not.
  private func mayBegin(_ column: Int, as identity: String, _ name: String) -> Bool {
    guard column < cells.count else { return false }
    let start = cells.firstVisible(column)
    guard start < cells.places[column].end else { return false }
    let first = cells.bytes[start..<min(start + 3, cells.places[column].end)]
    return RowCells.isDigit(cells.bytes[start]) ? !identity.isEmpty : name.trimmed.utf8.starts(with: first)
  }

  /// Whether as many digits stand together in a cell as a number has.
  private func mayHoldANumber(_ column: Int) -> Bool {
    guard column < cells.count else { return false }
    let place = cells.places[column]
    if place.end - place.start < IdentityNumber.length { return false }
    var digits = 0
    for byte in cells.bytes[place.start..<place.end] {
      digits = RowCells.isDigit(byte) ? digits + 1 : 0
      if digits >= IdentityNumber.length - 1 { return true }
    }
    return false
  }
}
