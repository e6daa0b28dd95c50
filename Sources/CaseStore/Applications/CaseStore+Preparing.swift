import Casework
import GRDB

extension CaseStore {
  /// What the store tells of a case beside what was typed: no move asks for it.
  static let derivedCodes = ["held_parts", "changes", "police_ground", "identity_upgraded"]

  /// Cleans what was given and fills in what follows from it: from the identity number, from the certificate named, and
  /// for a service on a certificate the certificate itself.
  ///
  /// Throws `Refusal` for a value that the service cannot use.
  func prepared(
    _ given: Entries, of service: ServiceKind, onto kept: Entries = [:], in db: Database
  ) throws -> Entries {
    var filling = Filling(fields: given, kept: kept)
    for (code, text) in given.pairs {
      guard let field = CaseField(rawValue: code) else { continue }
      if text.count > field.longest { throw Refusal.tooLong(field, text.count) }
      let clean = field.kept(text, today: today)
      if !clean.isEmpty, let problem = service.input(for: field).problem(of: clean) { throw problem }
      filling.fields[code] = clean
    }
    if let raw = given["identity"] {
      let isOld = IdentityCheck.check(raw, today: today).warnings.contains(.upgraded15)
      filling.fields["identity_upgraded"] = isOld ? "yes" : ""
    }
    if let number = IdentityCheck.check(filling.fields.text("identity"), today: today).number {
      filling.follow(number)
      if service.isOnCertificate {
        let held = try Self.certificates(of: number.text, in: db)
        let fitting = held.last { service.certificateStates.contains($0.state(on: today)) } ?? held.last
        filling.fill(.certificate, with: fitting?.number ?? "")
      }
    }
    try fillFromCertificate(&filling, of: service, in: db)
    try fillCounties(&filling, in: db)
    return filling.fields
  }

  /// Where another county has a part, both are told; this one under its present code.
  private func fillCounties(_ filling: inout Filling, in db: Database) throws {
    let fields = [CaseField.decidingCounty, .acceptingCounty]
    guard fields.contains(where: { !filling.fields.text($0.rawValue).isEmpty }) else { return }
    let county = try Self.county(in: db)
    let policy = try policy(on: today, in: db)
    for field in fields {
      if let told = filling.fields[field.rawValue] { filling.fields[field.rawValue] = policy.present(told, of: county) }
      filling.fill(field, with: county)
    }
  }

  private func fillFromCertificate(_ filling: inout Filling, of service: ServiceKind, in db: Database) throws {
    let number = filling.now(.certificate)
    guard !number.isEmpty, service != .new else { return }
    let isNamedNow = filling.fields["certificate"] != nil
    guard let found = try Self.inForce(numbered: number, in: db) else {
      if isNamedNow, service == .transferIn, let brought = CertificateNumber(number) { filling.fill(from: brought) }
      return
    }
    if isNamedNow {
      filling.fill(from: found)
      filling.fields["police_ground"] = found.entries["todo.watch_move.ground"]
      filling.fields["held_parts"] = found[.parts].isEmpty ? nil : found[.parts]
    }
    guard service == .renewInformation else { return }
    let changes = [
      filling.now(.identity) == found.identity ? nil : "identity",
      Cleaning.name(filling.now(.name)).text == Cleaning.name(found.name).text ? nil : "name",
    ].compactMap { $0 }
    filling.fields["changes"] = changes.joined(separator: ",")
  }

  /// Keeps the files that fields name, and their digests with the case.
  ///
  /// Throws `Refusal` where a named file was not read, or a photo is none.
  func attach(
    _ files: [String: ReceivedFile], named fields: Entries, to data: inout Entries, in db: Database
  ) throws {
    for kind in AttachedFile.allCases where !fields.text(kind.rawValue).isEmpty {
      let path = fields.text(kind.rawValue)
      guard let file = files[kind.rawValue] else { throw Refusal.fileNotRead(path, kind) }
      if file.bytes.isEmpty { throw Refusal.fileIsEmpty(path, kind) }
      let isPhoto = kind == .photo || MaterialCode(rawValue: fields.text("code").uppercased()) == .photo
      if isPhoto, let problem = Photo.problem(of: file.bytes, under: try policy(on: today, in: db)) {
        throw problem
      }
      let digest = Digest.hex(Digest.sha256(file.bytes))
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO file(sha256, name, bytes) VALUES (?, ?, ?)")
        .execute(arguments: [digest, file.name, blob(file.bytes)])
      data[kind.digestCode] = digest
      data[kind.nameCode] = file.name
    }
  }
}

/// The fields of a case while they are completed: what is given now, over what the case already has.
private struct Filling {
  var fields: Entries
  let kept: Entries

  func now(_ field: CaseField) -> String { fields[field.rawValue] ?? kept.text(field.rawValue) }

  /// Gives a field a value where it has none.
  mutating func fill(_ field: CaseField, with text: String) {
    if now(field).isEmpty, !text.isEmpty { fields[field.rawValue] = text }
  }

  /// Birth and sex follow the number, also where it was corrected and they had followed the one before.
  mutating func follow(_ number: IdentityNumber) {
    let before = IdentityNumber(kept.text(CaseField.identity.rawValue))
    if let before, before != number {
      if now(.birth) == before.birth.iso { fields[CaseField.birth.rawValue] = number.birth.iso }
      if now(.sex) == before.sex.rawValue { fields[CaseField.sex.rawValue] = number.sex.rawValue }
    }
    fill(.birth, with: number.birth.iso)
    fill(.sex, with: number.sex.rawValue)
  }

  mutating func fill(from held: Certificate) {
    for (field, text) in [
      (CaseField.identity, held.identity), (.name, held.name), (.phone, held[.phone]), (.birth, held[.birth]),
      (.sex, held[.sex]), (.address, held[.address]), (.ethnicity, held[.ethnicity]), (.category, held[.category]),
    ] { fill(field, with: text) }
  }

  mutating func fill(from brought: CertificateNumber) {
    fill(.identity, with: brought.identity.text)
    fill(.birth, with: brought.identity.birth.iso)
    fill(.sex, with: brought.identity.sex.rawValue)
    fill(.category, with: String(brought.category.rawValue))
  }
}

/// A field that names a file, which is kept with the case.
public enum AttachedFile: String, CaseIterable, Sendable {
  case photo, scan

  /// Under which the digest of what was read is told.
  var digestCode: String { self == .photo ? "photo_sha256" : "sha256" }
  var nameCode: String { "\(rawValue)_name" }
}

extension Refusal {
  static func tooLong(_ field: CaseField, _ count: Int) -> Refusal {
    Refusal(
      "bad_value",
      Phrase("「\(field.input.name.chinese)」太长：\(count) 字", "“\(field.input.name.english)” is too long: \(count)"),
      remedy: Phrase("最多 \(field.longest) 字", "At most \(field.longest) characters"))
  }

  static func fileNotRead(_ path: String, _ kind: AttachedFile) -> Refusal {
    Refusal(
      "file_not_read", Phrase("读不到文件 \(path)", "The file \(path) could not be read"),
      remedy: Phrase("请核对位置", "Check its place"), fields: [kind.rawValue])
  }

  static func fileIsEmpty(_ path: String, _ kind: AttachedFile) -> Refusal {
    Refusal(
      "file_not_read", Phrase("文件 \(path) 是空的，里面什么也没有", "The file \(path) is empty"),
      remedy: Phrase("请重新扫描或拷贝，打开看过再选", "Scan or copy it anew, look at it, then choose it again"),
      fields: [kind.rawValue])
  }
}
