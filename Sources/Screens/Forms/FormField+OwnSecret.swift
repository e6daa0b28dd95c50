import Casework
import TerminalKit

/// Whose secret a field takes, and what it is called: the password, or the signing PIN of whoever has set one.
struct OwnSecret: Equatable, Sendable {
  enum Signer: Equatable, Sendable {
    case member(StaffMember.ID)
    /// Whoever is named in another field.
    case named(in: String)
  }

  let signer: Signer
  /// Whose it is, before the name of the secret.
  let owner: Phrase

  func name(_ secret: SigningSecret) -> Phrase { owner + secret.name }
}

extension FormField {
  /// The secret of whoever acts, for an act that takes it anew.
  static func ownPassword(of id: StaffMember.ID, called name: String) -> FormField {
    .secret("own_password", OwnSecret(signer: .member(id), owner: Phrase("\(name) 的", "\(name)'s ")))
  }

  static func ownPassword(of staff: StaffMember) -> FormField { .ownPassword(of: staff.id, called: staff.name) }

  /// The name and the secret of whoever stands beside (SOD-7).
  static var secondPerson: [FormField] {
    [
      FormField(
        "second", Phrase("第二人用户名", "Second person"), .text(TextField(limit: 32)), isRequired: true,
        hint: Phrase("另一位在岗人员当场输入（SOD-7）", "Another staff member gives it now (SOD-7)")),
      .secret("second_password", OwnSecret(signer: .named(in: "second"), owner: Phrase("第二人", "Second person's "))),
    ]
  }

  static func secret(_ code: String, _ own: OwnSecret) -> FormField {
    var field = FormField.secret(code, own.name(.password))
    field.ownSecret = own
    return field
  }
}

extension Form {
  var takesOwnSecret: Bool { fields.contains { $0.ownSecret != nil } }

  /// Calls each field by the one of the two secrets that it takes.
  mutating func nameSecrets() {
    for index in fields.indices {
      guard let own = fields[index].ownSecret else { continue }
      let signer =
        switch own.signer {
        case .member(let id): id
        case .named(let code): text(code).trimmed
        }
      fields[index].name = own.name(pinHolders.contains(signer) ? .pin : .password)
    }
  }
}
