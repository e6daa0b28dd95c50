import Casework
import GRDB

extension CaseStore {
  /// People of a name first; then, where what was typed may be a place, everybody there (features: 61).
  func byNameOrPlace(_ name: String, typed: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let named = try byName(name, limit, in: db)
    let place = Cleaning.field(typed).filter { !$0.isWhitespace }
    guard place.count > 1, named.count < limit, place.contains(where: Self.marks.contains) else { return named }
    let known = Set(named.map(\.id))
    return named + (try byPlace(place, limit - named.count, in: db)).filter { !known.contains($0.id) }
  }

  /// Read in the order of addresses, from their index alone, so that neighbours stand together.
  private func byPlace(_ place: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let address = "CASE WHEN json_valid(body) THEN json_extract(body, '$.address') END"
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM certificate WHERE instr(\(address), ?) > 0 ORDER BY \(address) LIMIT ?")
    return try Certificate.find(try Int64.fetchAll(statement, arguments: [place, limit]), in: db)
  }

  /// What villages, streets and groups are called by; names of people have these too, so people come first.
  ///
  /// Without one of these nothing is looked for in addresses: that reads all of them, while somebody is typing a name.
  private static let marks: Set<Character> = ["村", "镇", "乡", "街", "路", "巷", "组", "寨", "屯", "区", "弄"]
}
