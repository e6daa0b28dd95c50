/// A finding that is another one than the card that the person holds: said when it is entered and to whoever decides.
extension Application {
  /// - Parameter held: the certificate that the case is about, or the person's last one here.
  func findingWarning(against held: Certificate?) -> [Warning] {
    guard !Self.decided.contains(state), let finding else { return [] }
    return difference(of: finding.category, finding.grade, from: held).map {
      [Warning(code: .findingDiffers, sentence: $0, possibleFrom: nil, source: .measures(22))]
    } ?? []
  }

  /// What is said of a finding beside the card; `nil` where they agree or there is none.
  ///
  /// - Parameter grade: `nil` where the standard is not met.
  public func difference(
    of category: DisabilityCategory, _ grade: Grade?, from held: Certificate?
  ) -> Phrase? {
    guard service != .new, let held, let before = held.category, before != category || held.grade != grade else {
      return nil
    }
    return Phrase("评定为 ", "found: ") + category.name
      + (grade.map { Phrase("", " ") + $0.name } ?? Phrase("，不符合标准", ", below the standard"))
      + Phrase("，原证为 ", "; the card says ") + before.name + (held.grade?.name ?? Phrase("", ""))
  }
}
