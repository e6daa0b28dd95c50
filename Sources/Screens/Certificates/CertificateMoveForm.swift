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
    guard let offer else { throw Refusal.noLongerOpen(move) }
    transition = offer.transition
    var fields = offer.transition.asks.flatMap { FormField.fields(for: $0, from: FormSources()) }
    if offer.transition.guards.contains(.twoPersons) { fields += FormField.secondPerson }
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
    form.tidyDay(code, among: transition?.asks ?? [])
  }

  var done: Effect {
    guard let certificate else { return .none }
    return .recordOnCertificate(
      CertificateAct(
        move: move, fields: form.given(transition?.asks ?? []), number: number, sequence: certificate.sequence,
        second: form.second))
  }
}
