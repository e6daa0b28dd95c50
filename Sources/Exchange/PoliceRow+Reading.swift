public import Casework

extension PoliceRow {
  /// A row as the file writes it; a former name in a column of its own counts as a remark.
  public init(_ row: borrowing TableRow) {
    let identity = row["identity"]
    let former = row["old_name"].text
    let note = row["note"].text
    self.init(
      row: row.number, identity: identity.text, identityIsNumberCell: identity.isNumberCell, name: row["name"].text,
      birth: PoliceDate.parse(row["birth"]), kind: row["kind"].text, eventDate: PoliceDate.parse(row["event_date"]),
      address: row["address"].text, note: former.isEmpty ? note : "原姓名:\(former) \(note)")
  }
}

extension PassedOver {
  /// All lines that were no rows.
  public var total: Int { titleRows + blankRows + totalRows + repeatedHeadings }
}
