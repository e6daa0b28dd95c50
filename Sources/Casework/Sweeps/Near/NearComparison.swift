/// Holds police rows beside people of the register and weighs what they have in common; nothing is decided here.
public struct NearComparison: Sendable {
  /// A match is shown from this weight on: where sixteen others would be wrong for one that is right.
  public static let leastWeight = -40
  /// The most matches of one row that are kept.
  public static let most = 5

  public let weights: NearWeights

  public init(_ weights: NearWeights) { self.weights = weights }

  /// - Parameters:
  ///   - sameName: how many holders have exactly that name.
  ///   - namesakes: how many of them were born on the same day.
  ///   - numberIsAnothers: whether the row's number is that of another holder.
  ///   - apart: the quarter of the sweep in which a person said that the two are not the same.
  public func match(
    _ row: NearRow, _ holder: NearHolder, sameName: Int, namesakes: Int, numberIsAnothers: Bool = false,
    apart: String? = nil
  ) -> NearMatch {
    var reasons = number(row, holder, numberIsAnothers: numberIsAnothers)
    let held = Array(holder.name.unicodeScalars)
    if !row.scalars.isEmpty {
      let likeness = NameLikeness.between(row: row.scalars, held: held)
      reasons.append(
        NearReason(
          .name, likeness.finding, likeness.details,
          weight: weights.name(likeness, familyName: held.first, holdersOfThatName: sameName)))
    }
    reasons += birth(row, holder) + address(row, holder)
    reasons.append(NearReason(.register, .people, [String(weights.holders)], weight: weights.register))
    if namesakes > 1 { reasons.append(NearReason(.namesakes, .people, [String(namesakes)], weight: 0)) }
    if let apart { reasons.append(NearReason(.earlier, .notTheSame, [apart], weight: Self.toldApart)) }
    return NearMatch(certificate: holder.certificate, reasons: reasons)
  }

  /// What a person has told apart stands last.
  private static let toldApart = -1000

  private func number(_ row: NearRow, _ holder: NearHolder, numberIsAnothers: Bool) -> [NearReason] {
    if holder.identity == row.formerIdentity, holder.identity != row.identity {
      return [NearReason(.identity, .formerNumber, weight: weights.number(.same, district: "", told: 4))]
    }
    let held = Array(holder.identity.utf8)
    guard let likeness = NumberLikeness.between(row: row.places, held: held) else { return [] }
    let isUnlike = likeness.finding == .sameDistrict || likeness.finding == .different
    let finding = isUnlike && numberIsAnothers ? .ofAnother : likeness.finding
    let told = row.places.count == 18 ? row.places[14...].count { $0 != 0 } : 4
    let reason = NearReason(
      .identity, finding, likeness.details,
      weight: weights.number(finding, district: String(holder.identity.prefix(6)), told: told))
    guard isUnlike, !numberIsAnothers, row.places.count == 18, row.places[16] != 0 else { return [reason] }
    let sex: NearReason.Finding = row.places[16] % 2 == held[16] % 2 ? .same : .different
    return [reason, NearReason(.sex, sex, weight: weights.sex(sex))]
  }

  private func birth(_ row: NearRow, _ holder: NearHolder) -> [NearReason] {
    guard let held = holder.birth, let told = row.births.first else { return [] }
    let finding = BirthLikeness.between(row: told, held: held)
    return [
      NearReason(
        .birth, finding, finding == .same ? [] : [held.iso, told.iso], weight: weights.birth(finding, of: held))
    ]
  }

  private func address(_ row: NearRow, _ holder: NearHolder) -> [NearReason] {
    let held = Cleaning.field(holder.address)
    if row.address.isEmpty || held.isEmpty { return [] }
    let village = Village(of: held)
    let told = row.village
    let finding: NearReason.Finding
    if row.address == held {
      finding = .same
    } else if !village.isKnown || !told.isKnown {
      return []
    } else if village.name == told.name, !village.name.isEmpty, isOneTownship(village, told) {
      finding = .sameVillage
    } else if isOneTownship(village, told), isLike(village.name, told.name) {
      finding = .likeVillage
    } else if village.township == told.township, !village.township.isEmpty {
      finding = .sameTownship
    } else {
      finding = .different
    }
    let details = finding == .likeVillage ? [village.name, told.name] : []
    return [NearReason(.address, finding, details, weight: weights.village(finding, village))]
  }

  /// Where one address leaves the township out, the village speaks.
  private func isOneTownship(_ left: Village, _ right: Village) -> Bool {
    left.township == right.township || left.township.isEmpty || right.township.isEmpty
  }

  private func isLike(_ left: String, _ right: String) -> Bool {
    let bare = { (name: String) in Array(name.unicodeScalars.filter { !"村社区居委会".unicodeScalars.contains($0) }) }
    let (left, right) = (bare(left), bare(right))
    if left.isEmpty || right.isEmpty { return false }
    return left == right
      || (min(left.count, right.count) > 1 && NameLikeness.between(row: right, held: left).finding != .different)
  }
}
