extension SweepRow {
  /// The name that the file gives as the present one, where it does.
  public var newName: String? {
    guard kind == .nameChanged else { return nil }
    if let told = source.toldName { return told }
    return sweepClass == .nameMismatch ? Cleaning.name(source.name).text : nil
  }

  /// Where the file says that somebody moved to inside the county, where that is not what the register has.
  public func newAddress(besides held: String) -> String? {
    guard carriedOutAs == .moveWithin else { return nil }
    // Of a move that the list calls one out of the county the address is the old one.
    return [source.destination, kind == .moveWithin ? source.address : ""]
      .first { $0 != held && Village(of: $0) != Village(township: "", name: "") }
  }

  /// The citizen number that the file gives as the present one, where it does and the number passes every check.
  public var newIdentity: String? {
    guard kind == .identityChanged else { return nil }
    if let told = source.toldIdentity { return told.text }
    // A list kept by the new numbers tells the former one beside.
    return !identity.isEmpty && source.formerIdentity.map { $0 != identity } ?? false ? identity : nil
  }
}

extension PoliceRow {
  /// The name that a column, else the remark, gives as the present one.
  var toldName: String? {
    told(.newName, orAfter: ["变更后姓名", "现姓名", "新姓名"]).map { Cleaning.name($0).text }.first { !$0.isEmpty }
  }

  /// The number that a column, else the remark, gives as the present one, where it passes every check.
  var toldIdentity: IdentityNumber? { Self.firstNumber(in: writtenNewIdentities) }

  /// Whether the row tells a new number that cannot be one, or is the old one.
  func tellsOddNumber(insteadOf identity: String) -> Bool {
    let written = writtenNewIdentities
    return !written.isEmpty && Self.firstNumber(in: written).map { $0.text == identity } ?? true
  }

  /// The number that a column, else the remark, gives as the former one, where it passes every check.
  var formerIdentity: String? {
    Self.firstNumber(in: told(.formerIdentity, orAfter: Self.formerIdentityLabels))?.text
  }

  private var writtenNewIdentities: [String] { told(.newIdentity, orAfter: Self.newIdentityLabels) }

  private static func firstNumber(in written: [String]) -> IdentityNumber? {
    written.lazy.compactMap(number).first
  }

  private static func number(_ written: String) -> IdentityNumber? {
    let text = Cleaning.number(written).text.uppercased()
    if let number = IdentityNumber(text) { return number }
    return WrittenIdentity(fifteen: Array(text.utf8)).flatMap { $0.birth == nil ? nil : IdentityNumber(body: $0.body) }
  }

  private func told(_ detail: Detail, orAfter labels: [String]) -> [String] {
    ([details[detail]].compactMap { $0 } + Remark.values(after: labels, in: note)).filter { !$0.isEmpty }
  }

  private static let newIdentityLabels = [
    "变更后公民身份号码", "变更后身份证号码", "变更后身份证号", "现公民身份号码", "现身份证号码", "现身份证号", "新公民身份号码", "新身份证号码", "新身份证号",
    "新号码",
  ]
  private static let formerIdentityLabels = [
    "变更前公民身份号码", "变更前身份证号码", "变更前身份证号", "原公民身份号码", "原身份证号码", "原身份证号", "原号码",
  ]
}

/// What a remark tells behind a label: `现姓名:左淑欣`.
enum Remark {
  static func values(after labels: [String], in note: String) -> [String] {
    if note.isEmpty { return [] }
    let bytes = Array(note.utf8)
    return labels.compactMap { label in
      guard let end = end(of: label, in: bytes) else { return nil }
      let rest = String(decoding: bytes[end...], as: UTF8.self).unicodeScalars.drop(while: isBetween)
      return Cleaning.name(String(rest.prefix { !isEnd($0) })).text
    }
  }

  static func holds(anyOf words: [String], in note: String) -> Bool {
    if note.isEmpty { return false }
    let bytes = Array(note.utf8)
    return words.contains { end(of: $0, in: bytes) != nil }
  }

  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ":", "：", "\u{3000}": true
    default: false
    }
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "，", ";", "；", "。", "、", " ", ")", "）": true
    case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Where a label ends; by bytes, because very many rows have a remark, and characters are slow to compare.
  private static func end(of label: String, in bytes: [UInt8]) -> Int? {
    label.utf8.withContiguousStorageIfAvailable { label in
      guard !label.isEmpty, label.count <= bytes.count else { return nil }
      for start in 0...(bytes.count - label.count) where bytes[start] == label[0] {
        var same = 1
        while same < label.count, bytes[start + same] == label[same] { same += 1 }
        if same == label.count { return start + same }
      }
      return nil
    } ?? nil
  }
}
