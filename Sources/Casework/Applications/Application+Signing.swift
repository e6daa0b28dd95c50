/// One seat of a panel that has been signed.
public struct PanelSignature: Hashable, Sendable {
  public let staff: StaffMember.ID
  public let day: Day?
  public let category: String
  /// 1…4, or `none` where the signer finds the standard not met.
  public let grade: String
  public let opinion: String
  /// What the signer measured, and the limb clause named.
  public let measurements: String
  /// The delegation under which a substitute signed, in words; "" where the signer sits for himself.
  public let under: String
  /// The post in which it was signed: a code of `Role`; "" in records that do not tell.
  public let role: String
  /// The terminal at which it was signed; "" in records that do not tell.
  public let terminal: String
  /// Who else had set the password by which it was signed; "" where the signer chose it.
  public let secretBy: String
  /// The exact text that was signed; the signature is void when the case no longer reads so.
  public let text: String
  public let digest: String
}

extension Application {
  /// The text of the case that a panel member signs together with the own finding.
  public var assessedText: String {
    let lines = [
      "残疾人证联合评定", "业务：\(number)", "姓名：\(self[.name])", "身份号码：\(self[.identity])",
      "户籍地址：\(self[.address])", "申请类别：\(claimedCategory?.name.chinese ?? "")",
      "残疾特征：\(assessed("feature"))", "评定说明：\(assessed("evaluation"))",
      "评定人：\(panelMembers.map(memberName).joined(separator: "、"))",
    ]
    return lines.joined(separator: "\n")
  }

  /// How a member of the panel is called, as it was when the panel was put together.
  public func memberName(_ staff: StaffMember.ID) -> String {
    let names = value("named", of: .chooseDirect).split(separator: "、").map(String.init)
    let place = StaffList.ids(value("members", of: .chooseDirect)).firstIndex(of: staff)
    return place.flatMap { names.indices.contains($0) ? names[$0] : nil } ?? staff
  }

  private static func foundText(_ category: String, _ grade: String) -> String {
    let name = Int(category).flatMap(DisabilityCategory.init(rawValue:))?.name.chinese ?? category
    return name + (Int(grade).flatMap(Grade.init(rawValue:))?.name.chinese ?? "，不符合残疾标准")
  }

  /// What the panel was given to look at: as chosen, or as the clerk has written it anew since.
  public func assessed(_ code: String) -> String {
    let edited = entries.text(code)
    return edited.isEmpty ? value(code, of: .chooseDirect) : edited
  }

  /// The whole text that one signer signs.
  public func signingText(
    category: String, grade: String, opinion: String, measurements: String = "", under: String = "",
    role: String = "", terminal: String = "", by staff: StaffMember.ID
  ) -> String {
    var lines = [assessedText, "结论：\(Self.foundText(category, grade))"]
    if !measurements.isEmpty { lines.append("测量及条款：\(measurements)") }
    lines += ["意见：\(opinion)", "签字人：\(memberName(staff))（\(staff)）"]
    if let role = Role(rawValue: role) { lines.append("岗位：\(role.name.chinese)") }
    if !under.isEmpty { lines.append("依据授权：\(under)") }
    if !terminal.isEmpty { lines.append("终端：\(terminal)") }
    return lines.joined(separator: "\n")
  }

  /// The whole text that a signature given now would sign.
  func signingText(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> String {
    let (fields, staff) = (act.fields, circumstances.staff)
    return signingText(
      category: fields.text("category"), grade: fields.text("grade"), opinion: fields.text("opinion"),
      measurements: fields.text("measurements"), under: delegationLine(of: act, by: staff),
      role: seatRole(of: staff).rawValue, terminal: circumstances.terminal, by: staff.id)
  }

  /// The post in which a member sits in the panel.
  public func seatRole(of staff: StaffMember) -> Role {
    staff.holds([.chair]) || chairSeat == staff.id ? .chair : .assessor
  }

  /// The text that this signature would have to sign now.
  public func signingText(of signature: PanelSignature) -> String {
    signingText(
      category: signature.category, grade: signature.grade, opinion: signature.opinion,
      measurements: signature.measurements, under: signature.under, role: signature.role,
      terminal: signature.terminal, by: signature.staff)
  }

  public var signatures: [PanelSignature] {
    panelMembers.compactMap { member in
      let seat = entries.under("sign.\(member)|")
      guard let text = seat["text"] else { return nil }
      return PanelSignature(
        staff: member, day: seat["on"].flatMap { Day(iso: $0) }, category: seat.text("category"),
        grade: seat.text("grade"), opinion: seat.text("opinion"),
        measurements: seat.text("measurements"), under: seat.text("under"), role: seat.text("role"),
        terminal: seat.text("terminal"), secretBy: seat.text("secret_by"), text: text, digest: seat.text("sha256"))
    }
  }

  /// Whether the case still reads as it did when this was signed.
  public func stands(_ signature: PanelSignature) -> Bool {
    signature.text == signingText(of: signature)
  }

  /// Whether every seat has signed the case as it reads now.
  var everySeatStands: Bool { !panelMembers.isEmpty && signatures.filter(stands).count == panelMembers.count }

  /// Opinions stay sealed until every seat has signed (features: 16).
  public var opinionsAreOpen: Bool {
    state != .panel || everySeatStands
  }

  /// The finding on which all seats agree, once all have signed.
  var agreedFinding: (category: String, grade: String)? {
    let standing = signatures.filter(stands)
    guard let first = standing.first, standing.count == panelMembers.count,
      standing.allSatisfy({ $0.category == first.category && $0.grade == first.grade })
    else { return nil }
    return (first.category, first.grade)
  }
}
