import CaseStore
import Casework
import TerminalKit

/// The person first: a number or a name, what the office holds on the person, and every service with why it is not
/// possible now.
struct ReceptionScreen: Sifting {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), repair(Int), choose, holder, list, back }

  /// Something that can be chosen.
  enum Row: Hashable, Sendable {
    case service(ServiceOffer)
    case move(Certificate.Move, number: String, refusal: Refusal?)
    case person(Certificate)
    /// Somebody without a certificate, found by a case.
    case applicant(Application)
    /// Somebody for whom the person acts or acted.
    case helped(HelpedPerson)
    /// What is under way for the person.
    case application(Application)
  }

  let session: Session
  private(set) var query: TextField
  private(set) var rows: [Row] = []
  private(set) var standing: PersonStanding?
  private(set) var checked: IdentityCheck?
  /// For which categories the person is still too young.
  private(set) var ages: [Application.Warning] = []
  /// Who else may be this person.
  private(set) var namesakes: [Application.Warning] = []
  /// For whom the person acts or acted.
  private(set) var helped: [HelpedPerson] = []
  /// Numbers one slip away from a wrong one.
  private(set) var mending = Mending()
  /// What is wrong with a number as long as a certificate's.
  private(set) var certificateProblem: Phrase?
  private(set) var today: Day?
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
    ]
      + (mending.repairs.isEmpty
        ? [Binding(.function(5), Phrase("名单批量登记", "A whole list"), Message.list)] : mending.bindings(Message.repair))
      + Binding.list(Message.moved) + [.back(.back)]
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
    mending = checked?.number == nil && typed.count >= 18 ? try Mending(typed, birth: nil, in: store) : Mending()
    if let number = checked?.number {
      let policy = try store.policy()
      standing = try PersonStanding(of: number.text, under: policy, in: store)
      let newest = standing?.certificates.last { $0.state != .spoiled }
      let offers = try store.serviceOffers(for: number.text, by: session)
      rows = (standing?.openCases ?? []).map(Row.application) + offers.map(Row.service)
      helped = try store.helped(by: number.text, limit: Self.mostHelped)
      namesakes = try resemblance(to: number, in: store)
      let mayBeNew = offers.contains { $0.service == .new && $0.refusal == nil }
      ages = mayBeNew ? Application.ageWarnings(born: number.birth, under: policy, on: store.today) : []
      if let newest {
        rows += try store.offers(onCertificate: newest.number, for: session).map {
          .move($0.transition.move, number: newest.number, refusal: $0.refusal)
        }
      }
      // Whoever has no certificate comes for the other more often than to apply.
      let others = helped.map(Row.helped)
      rows = newest == nil && standing?.cases.isEmpty ?? true ? others + rows : rows + others
    } else {
      standing = nil
      (namesakes, helped) = ([], [])
      rows =
        typed.isEmpty
        ? [.service(ServiceOffer(.new))]
        : try found(in: store)
    }
    selection.fit(rows.count)
    if person != checked?.number?.text ?? typed {
      person = checked?.number?.text ?? typed
      selection.move(to: rows.indices.first { refusal(of: rows[$0]) == nil } ?? 0)
    }
  }

  /// Holders first; applicants only where the list has room, since what fills it takes another letter anyhow.
  private func found(in store: CaseStore) throws -> [Row] {
    let holders = try store.search(query.text, limit: Self.most)
    guard holders.count < Self.most else { return holders.map(Row.person) }
    let applicants = try store.applicants(
      answering: query.text.trimmed, most: Self.most - holders.count, by: session)
    return holders.map(Row.person) + applicants.map(Row.applicant)
  }

  private static let most = 40
  static let mostHelped = 20

  private func resemblance(to number: IdentityNumber, in store: CaseStore) throws -> [Application.Warning] {
    guard let name = standing?.name else { return [] }
    let address = standing?.certificates.last?[.address] ?? standing?.cases.last?[.address] ?? ""
    let person = Application.blank(
      .new, today: store.today, ["identity": number.text, "name": name, "address": address])
    return person.namesakeWarnings(among: try store.namesakes(of: person), on: store.today)
  }

  func message(typing key: Key) -> Message? {
    key.isForTextLine ? .typed(key) : nil
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): query.press(key)
    case .pasted(let text): query.insert(text.trimmed)
    case .moved(let key):
      selection.press(key)
      isTyping = false
      return .none
    case .repair(let index): query = TextField(mending.repairs[index].number, limit: 40)
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
    canvas.field(query, column: 1 + label.columns, row: 0, columns: 42, isFocused: true)
    let caret = canvas.cursor
    let size = canvas.size
    let used = canvas.factsThatFit(
      advice, in: Rect(column: 0, row: 1, columns: size.columns, rows: 6), language: language)
    canvas.rule(row: used + 1, column: 1, columns: size.columns - 2)
    let reason = wholeReason(columns: size.columns, in: language)
    canvas.list(selection, from: used + 2, to: size.rows - reason.count) { canvas, index, line, style in
      draw(rows[index], row: line, style: style, on: &canvas, in: language)
    }
    let room = Rect(column: 0, row: used + 2, columns: size.columns, rows: size.rows - reason.count - used - 2)
    canvas.scrollMarks(skipping: selection.visible(in: room.rows).lowerBound, of: rows.count, in: room)
    for (line, text) in zip((size.rows - reason.count)..., reason) { canvas.write(text, column: 1, row: line) }
    if isTyping || rows.isEmpty { canvas.cursor = caret }
  }

  var chosen: Row? { rows.indices.contains(selection.index) ? rows[selection.index] : nil }

  private var hindrance: Phrase? {
    chosen.map { refusal(of: $0)?.explanation } ?? Phrase("没有找到此人", "Nobody was found")
  }

  func refusal(of row: Row) -> Refusal? {
    switch row {
    case .service(let offer): isLifted(offer) ? nil : offer.refusal
    case .move(_, _, let refusal): refusal?.code == Certificate.Requirement.twoPersons.rawValue ? nil : refusal
    case .person, .applicant, .application, .helped: nil
    }
  }

  /// Whether two people may decide against what stands against it: a draft is written, the acceptance asks for the ground.
  private func isLifted(_ offer: ServiceOffer) -> Bool {
    let liftable: [Application.Requirement] = [.notBarred, .numberIsOwn]
    return offer.refusal.map { refusal in liftable.contains { $0.rawValue == refusal.code } } ?? false
  }

  /// What stands beside a row: why it cannot be chosen, or what its acceptance will ask for.
  func reason(of row: Row) -> (sign: String, refusal: Refusal)? {
    if let refusal = refusal(of: row) { return ("×", refusal) }
    if case .service(let offer) = row, let refusal = offer.refusal { return ("!", refusal) }
    if case .service(let offer) = row, let note = offer.notes.first {
      return ("!", Refusal(note.code.rawValue, note.sentence, remedy: note.source))
    }
    return nil
  }

  private mutating func open(_ row: Row) -> Effect {
    switch row {
    case .service(let offer):
      let begun = standing?.cases.last { $0.service == offer.service && [.draft, .returned].contains($0.state) }
      return .open(begun.map { .resumeIntake($0.id) } ?? .intake(offer.service, fields(for: offer)))
    case .move(let move, let number, _): return .open(.certificateMove(move, number, [:]))
    case .person(let certificate):
      let typed = query.text.trimmed
      query = TextField(certificate.identity, limit: 40)
      isTyping = true
      return .reveal(Reveal(certificate.number, for: .reception(typed)))
    case .applicant(let application): return update(to: application, for: .reception(query.text.trimmed))
    case .helped(let one): return update(to: one.application, for: .helper(checked?.number?.text ?? query.text.trimmed))
    case .application(let application): return goOn(with: application)
    }
  }

  /// Looks at the applicant of a case instead.
  private mutating func update(to application: Application, for reason: RevealReason) -> Effect {
    if application.identity == nil { return goOn(with: application) }
    query = TextField(application[.identity], limit: 40)
    isTyping = true
    return .reveal(Reveal(application[.identity], for: reason))
  }

  private func goOn(with application: Application) -> Effect {
    .open(
      [.draft, .returned].contains(application.state) ? .resumeIntake(application.id) : .application(application.id))
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
    guard let checked, let number = checked.number else { return [:] }
    // Fifteen digits are handed on as they are, so that the form asks for the eighteen of the card.
    var fields: Entries = ["identity": checked.isOld ? Cleaning.number(query.text).text : number.text]
    guard offer.service == .new, let newest = standing?.certificates.last else { return fields }
    fields.merge(["name": newest.name, "address": newest[.address], "phone": newest[.phone]])
    return fields
  }
}

extension ServiceOffer {
  /// A service that nothing is known against, before the person is known.
  fileprivate init(_ service: ServiceKind) { self.init(service: service, certificate: nil, refusal: nil) }
}
