import Casework
import GRDB

extension CaseStore {
  /// One lost card is reissued in one case: whoever begins a second one is told of the first.
  func requireNoOtherReissue(of number: String, besides own: Int64? = nil, in db: Database) throws {
    guard let held = try Self.inForce(numbered: number, in: db), !held.identity.isEmpty else { return }
    let other = try Self.cases(where: "identity = ? AND service = 'reissue'", [held.identity], in: db).first {
      $0.id != own && $0[.certificate] == held.number && !Application.State.finished.contains($0.state)
    }
    if let other { throw Refusal.reissueUnderWay(other) }
  }
}

extension Refusal {
  static func reissueUnderWay(_ other: Application) -> Refusal {
    Refusal(
      "reissue_under_way",
      Phrase(
        "此证已有补办在办：\(other.number)（\(other.state.name.chinese)）",
        "This certificate is being reissued already: \(other.number) (\(other.state.name.english))"),
      remedy: Phrase("请办完或撤回那一件", "Go on with that case, or withdraw it"), fields: ["certificate"])
  }
}
