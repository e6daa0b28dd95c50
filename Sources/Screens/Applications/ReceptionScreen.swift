import CaseStore
import Casework
import TerminalKit

/// The person first: a number or a name, what the office holds on the person, and every service with why it is not
/// possible now.
struct ReceptionScreen: Sifting {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), choose, holder, list, back }

  /// Something that can be chosen.
  enum Row: Hashable, Sendable {
    case service(ServiceOffer)
    case move(Certificate.Move, number: String, refusal: Refusal?)
    case person(Certificate)
  }

  let session: Session
  private(set) var query: TextField
  private(set) var rows: [Row] = []
  private(set) var standing: PersonStanding?
  private(set) var checked: IdentityCheck?
  /// For which categories the person is still too young.
  private var ages: [Application.Warning] = []
  /// What is wrong with a number as long as a certificate's.
  private var certificateProblem: Phrase?
  private var today: Day?
  private(set) var selection = Selection()
  private var isTyping = true
  /// For whom the rows were made: whoever else is typed begins at the first possible one again.
  private var person = ""

  init(number: String = "", session: Session) {
    self.session = session
    query = TextField(number, limit: 40)
  }

  let title = Phrase("受理：先认人", "Reception: the person first")

  var bindings: [Binding<Message>] {
    let unknown = standing?.certificates.isEmpty ?? true
    return [
      Binding(.enter, Phrase("办理", "Begin"), .choose, refusal: hindrance),
      Binding(
        .function(3), Phrase("持证人", "Holder"), .holder,
        refusal: unknown ? Phrase("登记册中没有此人", "The register does not hold this person") : nil),
      Binding(.function(5), Phrase("名单批量登记", "A whole list"), .list),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get { query.isEmpty ? [:] : ["query": query.text] }
    set { query = TextField(newValue.text("query"), limit: 40) }
  }

  mutating func load(from store: CaseStore) throws {
    let typed = Cleaning.number(query.text).text
    today = store.today
    let written = CertificateCheck.check(typed, today: store.today)
    let certificate = written.number
    certificateProblem = written.problem?.advice
    checked = typed.isEmpty ? nil : IdentityCheck.check(certificate?.identity.text ?? typed, today: store.today)
    if let number = checked?.number {
      let policy = try store.policy()
      standing = try PersonStanding(of: number.text, under: policy, in: store)
      let newest = standing?.certificates.last { $0.state != .spoiled }
      let offers = try store.serviceOffers(for: number.text, by: session)
      rows = offers.map(Row.service)
      let mayBeNew = offers.contains { $0.service == .new && $0.refusal == nil }
      ages = mayBeNew ? Application.ageWarnings(born: number.birth, under: policy, on: store.today) : []
      if let newest {
        rows += try store.offers(onCertificate: newest.number, for: session).map {
          .move($0.transition.move, number: newest.number, refusal: $0.refusal)
        }
      }
    } else {
      standing = nil
      rows = typed.isEmpty ? [.service(ServiceOffer(.new))] : try store.search(query.text, limit: 40).map(Row.person)
    }
    selection.fit(rows.count)
    if person != checked?.number?.text ?? typed {
      person = checked?.number?.text ?? typed
      selection.move(to: rows.indices.first { refusal(of: rows[$0]) == nil } ?? 0)
    }
  }

  func message(typing key: Key) -> Message? {
    switch key {
    case .character, .backspace, .control("u"): .typed(key)
    default: nil
    }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): query.press(key)
    case .pasted(let text): query.insert(text.trimmed)
    case .moved(let key):
      selection.press(key)
      isTyping = false
      return .none
    case .choose:
      guard let chosen else { return .none }
      return open(chosen)
    case .holder: return standing?.certificates.last.map { .open(.holder($0.number)) } ?? .none
    case .list: return .open(.applicantList)
    case .back:
      if query.isEmpty { return .back }
      query.clear()
    }
    isTyping = true
    return .reload
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("身份号码、证号或姓名：", "Identity, certificate or name: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(query, column: 1 + label.columns, row: 0, columns: 30, isFocused: true)
    let caret = canvas.cursor
    let size = canvas.size
    let used = canvas.facts(
      Array(advice.prefix(6)), in: Rect(column: 0, row: 1, columns: size.columns, rows: 6), language: language)
    canvas.rule(row: used + 1, column: 1, columns: size.columns - 2)
    canvas.list(selection, from: used + 2, to: size.rows) { canvas, index, line, style in
      draw(rows[index], row: line, style: style, on: &canvas, in: language)
    }
    if isTyping || rows.isEmpty { canvas.cursor = caret }
  }

  private func draw(_ row: Row, row line: Int, style: Style, on canvas: inout Canvas, in language: Language) {
    let refusal = refusal(of: row)
    let own: Style = style == .plain && refusal != nil ? .faint : style
    let end: Int
    switch row {
    case .service(let offer): end = canvas.write(offer.service.name(in: language), column: 3, row: line, style: own)
    case .move(let move, _, _): end = canvas.write(move.name(in: language), column: 3, row: line, style: own)
    case .person(let certificate):
      end = canvas.write(certificate.name, column: 3, row: line, style: own)
      let rest = Masking.certificate(certificate.number) + "  " + certificate[.address]
      canvas.write(rest.shortened(to: canvas.size.columns - 18), column: max(end + 2, 16), row: line, style: own)
      return
    }
    guard let refusal else { return }
    let column = max(end + 2, 20)
    let why = "× " + refusal.explanation(in: language)
    canvas.write(why.shortened(to: canvas.size.columns - column - 1), column: column, row: line, style: own)
  }

  private var advice: [FactLine] {
    if query.isEmpty {
      return [
        FactLine(
          Phrase("说明", "Note"),
          Phrase(
            "输入或扫描号码，先看此人已有的证件和业务；不知号码也可直接「新办」", "Type or scan the number first; without one, begin a “New issue”"),
          .faint)
      ]
    }
    guard let checked, let number = checked.number else {
      return troubles
    }
    let held = standing?.lines(besides: nil) ?? []
    let known = Phrase("\(number.birth) 生，", "born \(number.birth), ") + number.sex.name
    let name = standing?.name.map { FactLine(CaseField.name.input.name, $0, .good) }
    return (name.map { [$0] } ?? []) + [FactLine(CaseField.identity.input.name, known, .good)]
      + (held.isEmpty
        ? [FactLine(Phrase("本室资料", "On file"), Phrase("此人没有证件和在办业务", "no certificate and no open case"), .faint)]
        : held) + tooYoung
  }

  /// In one line, because there may be as many as there are categories.
  private var tooYoung: [FactLine] {
    guard let first = ages.first else { return [] }
    let sentences = Phrase.joined(ages.map(\.sentence), by: Phrase("；", "; "))
    return [
      FactLine(
        Phrase("请核", "Check"), sentences + Phrase("（", " (") + first.source + Phrase("）", ")"), .warning)
    ]
  }

  /// What is wrong with a number that is typed out, and which numbers one slip away would be right.
  private var troubles: [FactLine] {
    let typed = Cleaning.number(query.text).text
    if typed.count > 18, let problem = certificateProblem {
      return [FactLine(CaseField.certificate.input.name, problem, .warning)]
    }
    guard let checked, let problem = checked.problem, typed.count >= 15, problem != .notID else {
      return rows.isEmpty && !typed.isEmpty
        ? [
          FactLine(
            Phrase("说明", "Note"),
            Phrase(
              "登记册中没有找到；清空（Ctrl+U）后回车可直接新办", "Not in the register; clear it (Ctrl+U) and press Enter for a new issue"),
            .warning)
        ] : []
    }
    let repairs = IdentityCheck.repairs(of: checked.input, birth: nil, today: today ?? Day(ordinal: 0)).prefix(3)
    return [FactLine(CaseField.identity.input.name, problem.advice, .warning)]
      + repairs.map { FactLine(Phrase("可能是", "Maybe"), $0) }
  }

  private var chosen: Row? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  private var hindrance: Phrase? {
    chosen.map { refusal(of: $0)?.explanation } ?? Phrase("没有找到此人", "Nobody was found")
  }

  private func refusal(of row: Row) -> Refusal? {
    switch row {
    case .service(let offer): offer.refusal
    case .move(_, _, let refusal): refusal?.code == Certificate.Requirement.twoPersons.rawValue ? nil : refusal
    case .person: nil
    }
  }

  private mutating func open(_ row: Row) -> Effect {
    switch row {
    case .service(let offer):
      let begun = standing?.cases.last { $0.service == offer.service && [.draft, .returned].contains($0.state) }
      return .open(begun.map { .resumeIntake($0.id) } ?? .intake(offer.service, fields(for: offer)))
    case .move(let move, let number, _): return .open(.certificateMove(move, number, [:]))
    case .person(let certificate):
      query = TextField(certificate.identity, limit: 40)
      isTyping = true
      return .reveal(certificate.number)
    }
  }

  /// What is known of the person before anything is typed; the store fills in the rest from a certificate.
  private func fields(for offer: ServiceOffer) -> Entries {
    if let number = offer.certificate {
      guard let held = standing?.certificates.last(where: { $0.number == number }) else {
        return ["certificate": number]
      }
      let known: [CaseField: String] = [
        .certificate: number, .identity: held.identity, .name: held.name, .address: held[.address],
        .phone: held[.phone], .category: held[.category],
      ]
      let shown = known.filter { offer.service.fields.contains($0.key) && !$0.value.isEmpty }
      return Entries(shown.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    }
    guard let number = checked?.number else { return [:] }
    var fields: Entries = ["identity": number.text]
    guard offer.service == .new, let newest = standing?.certificates.last else { return fields }
    fields.merge(["name": newest.name, "address": newest[.address], "phone": newest[.phone]])
    return fields
  }
}

extension ServiceOffer {
  /// A service that nothing is known against, before the person is known.
  fileprivate init(_ service: ServiceKind) { self.init(service: service, certificate: nil, refusal: nil) }
}
