import CaseStore
import Casework
import TerminalKit

/// Asks for what a move on a certificate itself takes, then makes it.
struct CertificateMoveForm: FormDialog {
  let move: Certificate.Move
  let number: String
  let session: Session
  var form = Form([])
  private(set) var certificate: Certificate?
  private(set) var transition: Transition<Certificate>?
  private var today: Day?
  private var kept: Entries

  init(move: Certificate.Move, number: String, prefilled: Entries, session: Session) {
    self.move = move
    self.number = number
    self.session = session
    kept = prefilled
  }

  var title: Phrase { move.name + .verbatim(" · \(certificate?.name ?? "")") }

  mutating func load(from store: CaseStore) throws {
    today = store.today
    let offer = try store.offers(onCertificate: number, for: session).first { $0.transition.move == move }
    certificate = try store.certificate(numbered: number)
    guard form.fields.isEmpty else { return }
    guard let offer else {
      throw Refusal(
        "not_from_here", Phrase("现在不能办理「\(move.name.chinese)」", "“\(move.name.english)” is not possible now"),
        remedy: Phrase("请返回查看证件状态", "Go back and look at the certificate"))
    }
    transition = offer.transition
    var fields = offer.transition.asks.flatMap { FormField.fields(for: $0, from: FormSources()) }
    if offer.transition.guards.contains(.twoPersons) {
      fields.append(
        FormField("second", Phrase("第二人用户名", "Second person"), .text(TextField(limit: 32)), isRequired: true))
      fields.append(.secret("second_password", Phrase("第二人密码", "Second person's password")))
    }
    form = Form(fields + [.button(Phrase("确定：", "Do it: ") + move.name)])
    form.fill(with: kept)
    form.takeFirstGap()
  }

  var lines: [FactLine] {
    guard let certificate, let today else { return [] }
    var lines = [
      FactLine(
        Phrase("持证人", "Holder"), certificate.name + "  " + Masking.certificate(certificate.number)),
      FactLine(Phrase("状态", "State"), certificate.state(on: today).name),
      FactLine(Phrase("电话", "Phone"), certificate[.phone]),
      FactLine(Phrase("地址", "Address"), certificate[.address]),
    ]
    if let last = ContactTopic.allCases.compactMap({ certificate.contact(about: $0) }).max(by: { $0.day < $1.day }) {
      lines.append(FactLine(Phrase("上次联系", "Last contact"), .verbatim("\(last.day)  ") + last.result.name))
    }
    return lines
  }

  mutating func tidy(_ code: String) {
    guard transition?.asks.first(where: { $0.code == code })?.kind == .day, let value = form[code]?.value else {
      return
    }
    form[code]?.value = Day.written(value)
  }

  var done: Effect {
    guard let certificate else { return .none }
    var fields = Entries()
    for input in transition?.asks ?? [] {
      let value = form.text(input.code).trimmed
      if !value.isEmpty { fields[input.code] = input.kind == .day ? Day.written(value) : value }
    }
    let second = form.text("second").trimmed
    return .recordOnCertificate(
      CertificateAct(
        move: move, fields: fields, number: number, sequence: certificate.sequence,
        second: second.isEmpty
          ? nil : Credentials(name: second, password: form["second_password"]?.value ?? "")))
  }
}
