import CaseStore
import Casework
import TerminalKit

/// The doctors of one institution.
struct DoctorsScreen: Screen {
  enum Message { case moved(Key), cases, add, change, suspend, back }

  let institution: Institution
  let session: Session
  private(set) var doctors: [Doctor] = []
  private(set) var today: Day?
  private(set) var selection = Selection()

  init(institution: Institution, session: Session) {
    self.institution = institution
    self.session = session
  }

  var title: Phrase { Phrase("评残医生 · ", "Doctors · ") + .verbatim(institution.name) }

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("没有选中的医生", "No doctor is chosen") : nil
    let keeper = session.listKeeping
    return [
      Binding(.enter, Phrase("所评业务", "Cases assessed"), .cases, refusal: none),
      Binding(.function(2), Phrase("新医生", "New doctor"), .add, refusal: keeper),
      Binding(.function(4), Phrase("更改", "Change"), .change, refusal: none ?? keeper),
      Binding(
        .function(6), isSuspended ? Phrase("恢复", "Take up again") : Phrase("停评", "Suspend"), .suspend,
        refusal: none ?? keeper),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    doctors = try store.doctors(of: institution.code)
    today = store.today
    selection.fit(doctors.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .cases: return chosen.map { .open(.casesAssessed(by: $0)) } ?? .none
    case .add: return .open(.listing(.doctor(nil, at: institution)))
    case .change: return .open(.listing(.doctor(chosen, at: institution)))
    case .suspend:
      let listed = Listed.doctor(chosen, at: institution)
      return .open(isSuspended ? .resuming(listed) : .suspension(listed))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !doctors.isEmpty else {
      let empty = Phrase(
        "还没有登记医生：此机构的结果不核对医生，只作标记。按 F2 登记",
        "No doctor is listed: results from here are marked as unchecked. F2 lists one")
      canvas.writeWrapped(empty(in: language), column: 3, row: 1, columns: canvas.size.columns - 4, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    let table = Table([
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 14, priority: 3),
      TableColumn(Phrase("状态", "State")(in: language), columns: 30, priority: 2, grows: true),
      TableColumn(Phrase("类别", "Categories")(in: language), columns: 24, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows - 2),
      style: { problem(doctors[$0]) == nil ? .plain : .faint },
      cell: { row, column in
        switch column {
        case 0: doctors[row].name
        case 1: (today.map(doctors[row].listing.standing(on:)) ?? Phrase("", ""))(in: language)
        default: Phrase.joined(doctors[row].categories.map(\.name))(in: language)
        }
      })
    canvas.trace(of: chosen?.listing, in: language)
  }

  private var chosen: Doctor? { doctors.indices.contains(selection.index) ? doctors[selection.index] : nil }
  private var isSuspended: Bool { chosen.map { problem($0) != nil && $0.listing.suspension != nil } ?? false }
  private func problem(_ doctor: Doctor) -> Phrase? { today.flatMap(doctor.listing.problem(on:)) }
}

/// Every case whose result names one doctor, so that they can be looked at when the doctor is taken off the list.
struct AssessedCasesScreen: Screen {
  enum Message { case moved(Key), choose, back }

  let doctor: Doctor
  let session: Session
  private(set) var cases: [Application] = []
  private var listing = Listing()
  private var institution: Institution?
  private(set) var selection = Selection()

  init(doctor: Doctor, session: Session) {
    self.doctor = doctor
    self.session = session
  }

  var title: Phrase { Phrase("所评业务 · ", "Cases assessed · ") + .verbatim(doctor.name) }

  var bindings: [Binding<Message>] {
    let none = cases.isEmpty ? Phrase("没有业务", "There is no case") : nil
    return [Binding(.enter, Phrase("打开", "Open"), .choose, refusal: none)] + Binding.list(Message.moved) + [
      .back(.back)
    ]
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Application.readers + [.administrator])
    cases = try store.cases(assessedBy: doctor)
    listing = try store.doctors(of: doctor.institution).first { $0.name == doctor.name }?.listing ?? doctor.listing
    institution = try store.institutions().first { $0.code == doctor.institution }
    selection.fit(cases.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return .open(.application(cases[selection.index].id))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !cases.isEmpty else {
      canvas.write(
        Phrase("没有业务由此医生评定", "No case was assessed by this doctor")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    let table = Table([
      TableColumn(Phrase("业务", "Case")(in: language), columns: 20, priority: 4),
      TableColumn(Phrase("申请人", "Applicant")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("评定日期", "Assessed on")(in: language), columns: 12, priority: 2),
      TableColumn(Phrase("当天", "That day")(in: language), columns: 6, priority: 3),
      TableColumn(Phrase("状态", "State")(in: language), columns: 16, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows - 2),
      style: { wasListed(cases[$0]) ? .plain : .warning },
      cell: { row, column in
        switch column {
        case 0: cases[row].number
        case 1: cases[row].applicant
        case 2: days(of: cases[row]).map(\.iso).joined(separator: " ")
        case 3: (wasListed(cases[row]) ? Phrase("在册", "listed") : Phrase("请核", "check"))(in: language)
        default: cases[row].state.name(in: language)
        }
      })
    canvas.trace(of: listing, in: language)
  }

  /// Whether the doctor stood on the list on the day of the assessment, by what the list says now.
  private func wasListed(_ application: Application) -> Bool {
    days(of: application).allSatisfy(listing.stands(on:))
  }

  /// On which days the doctor assessed.
  private func days(of application: Application) -> [Day] {
    application.shares(of: doctor, at: institution).compactMap(\.date)
  }
}
