import Casework
import GRDB

extension CaseStore {
  /// What the store tells of a case beside what was typed: no move asks for it.
  static let derivedCodes = ["held_parts", "changes"]

  /// Cleans what was given and fills in what follows from it: from the identity number, from the certificate named, and
  /// for a service on a certificate the certificate itself.
  ///
  /// Throws `Refusal` for a value that the service cannot use.
  func prepared(
    _ given: Entries, of service: ServiceKind, onto kept: Entries = [:], in db: Database
  ) throws -> Entries {
    var fields = given
    for (code, text) in given.pairs {
      guard let field = CaseField(rawValue: code) else { continue }
      let clean = field.kept(text, today: today)
      if !clean.isEmpty, let problem = service.input(for: field).problem(of: clean) { throw problem }
      fields[code] = clean
    }
    func isOpen(_ field: CaseField) -> Bool {
      fields.text(field.rawValue).isEmpty && (kept.text(field.rawValue).isEmpty || fields[field.rawValue] != nil)
    }
    func fill(_ field: CaseField, with text: String) {
      if isOpen(field), !text.isEmpty { fields[field.rawValue] = text }
    }

    if let number = IdentityCheck.check(fields.text("identity"), today: today).number {
      fill(.birth, with: number.birth.iso)
      fill(.sex, with: number.sex.rawValue)
      if service.isOnCertificate, isOpen(.certificate) {
        let held = try Self.certificates(of: number.text, in: db)
        let fitting = held.last { service.certificateStates.contains($0.state(on: today)) } ?? held.last
        fill(.certificate, with: fitting?.number ?? "")
      }
    }
    try fillFromCertificate(&fields, of: service, onto: kept, filling: fill, in: db)
    if !fields.text("deciding_county").isEmpty || !fields.text("accepting_county").isEmpty {
      let county = try Self.county(in: db)
      fill(.decidingCounty, with: county)
      fill(.acceptingCounty, with: county)
    }
    return fields
  }

  private func fillFromCertificate(
    _ fields: inout Entries, of service: ServiceKind, onto kept: Entries,
    filling fill: (CaseField, String) -> Void, in db: Database
  ) throws {
    let number = fields["certificate"] ?? kept.text("certificate")
    guard !number.isEmpty, service != .new else { return }
    let found = try Self.certificates(numbered: number, in: db).last { $0.state != .spoiled }
    guard let found else {
      if let brought = CertificateNumber(number), service == .transferIn, fields["certificate"] != nil {
        fill(.identity, brought.identity.text)
        fill(.birth, brought.identity.birth.iso)
        fill(.sex, brought.identity.sex.rawValue)
        fill(.category, String(brought.category.rawValue))
      }
      return
    }
    if fields["certificate"] != nil {
      for (field, held) in [
        (CaseField.identity, found.identity), (.name, found.name), (.phone, found[.phone]), (.birth, found[.birth]),
        (.sex, found[.sex]), (.address, found[.address]), (.ethnicity, found[.ethnicity]),
        (.category, found[.category]),
      ] { fill(field, held) }
      fields["held_parts"] = found[.parts].isEmpty ? nil : found[.parts]
    }
    guard service == .renewInformation else { return }
    func now(_ field: CaseField) -> String { fields[field.rawValue] ?? kept.text(field.rawValue) }
    let changes = [
      now(.identity) == found.identity ? nil : "identity",
      Cleaning.name(now(.name)).text == Cleaning.name(found.name).text ? nil : "name",
    ].compactMap { $0 }
    fields["changes"] = changes.joined(separator: ",")
  }

  /// Keeps the files that fields name, and their digests with the case.
  ///
  /// Throws `Refusal` where a named file was not read, or a photo is none.
  func attach(
    _ files: [String: ReceivedFile], named fields: Entries, to data: inout Entries, in db: Database
  ) throws {
    for kind in AttachedFile.allCases where !fields.text(kind.rawValue).isEmpty {
      let path = fields.text(kind.rawValue)
      guard let file = files[kind.rawValue], !file.bytes.isEmpty else { throw Refusal.fileNotRead(path) }
      if kind == .photo, let problem = Photo.problem(of: file.bytes, under: try policy(on: today, in: db)) {
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

/// A field that names a file, which is kept with the case.
public enum AttachedFile: String, CaseIterable, Sendable {
  case photo, scan

  /// Under which the digest of what was read is told.
  var digestCode: String { self == .photo ? "photo_sha256" : "sha256" }
  var nameCode: String { "\(rawValue)_name" }
}

extension Refusal {
  static func fileNotRead(_ path: String) -> Refusal {
    Refusal(
      "file_not_read", Phrase("读不到文件 \(path)", "The file \(path) could not be read"),
      remedy: Phrase("请核对位置，文件不能为空", "Check its place; it must not be empty"))
  }
}
