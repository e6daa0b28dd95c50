/// The life of a sweep (domain: 5.1).
extension Sweep: Subject {
  public static let kind = "sweep"
  public static let name = Phrase("季度核销", "Sweep")
  public static let openings = [Opening<Sweep>(move: .import, to: [.open], roles: [.liaison, .clerk])]
  public static let terminal: Set<State> = [.undone, .abandoned]

  public enum Requirement: String, WorkflowCode {
    case rowsOfThisSweep = "rows_of_this_sweep"
    case notOwnRows = "not_own_case"
    case notContrary = "contrary_accepted"
    case notEnded = "ended_for_death"
    case notDecidedMeanwhile = "decided_meanwhile"
    case notDecidedByAnother = "decided_by_another"
    case notElsewhere = "stands_elsewhere"
    case notReliedUpon = "relied_upon"
    case blockedRowsSingly = "blocked_rows_singly"
    case givenForOneRow = "given_for_one_row"
    case undecidedForOne = "decided_already"
    case dateGiven = "date_missing"
    case dateNotInFuture = "date_in_future"
    case judgmentGiven = "judgment_missing"
    case targetIsCandidate = "not_a_candidate"
    case targetIsApart = "not_told_apart"
    case allDecided = "all_decided"
    case notImporterNorDecider = "not_importer_nor_decider"
    case ownSecret = "own_secret"
    case sameQuarter = "same_quarter"
    case twoPersons = "two_persons"
    case rowsCarriedOut = "rows_carried_out"
    case clerkForCases = "clerk_for_cases"
    case nothingStays = "nothing_stays"
    case somethingStays = "something_stays"
    case lastLeft = "last_left"
    case notLastLeft = "not_last_left"
  }

  public static let transitions: [Transition<Sweep>] = [
    Transition(
      .decide, from: [.open, .returned], to: nil, by: [.clerk, .liaison],
      asks: [
        Input("rows", Phrase("行", "Rows")),
        Input("decision", Phrase("决定", "Decision"), .choice(SweepDecision.choices)),
        Input("reason", Phrase("理由", "Reason"), .reason, optional: true),
        Input("date", Phrase("实际日期", "Real date"), .day, optional: true),
        Input("target", Phrase("证件", "Certificate"), optional: true),
        Input("judgment", Phrase("判决书文号", "Judgment"), optional: true),
        Input("court", Phrase("法院", "Court"), optional: true),
      ],
      checks: [
        .rowsOfThisSweep, .notOwnRows, .notDecidedMeanwhile, .notDecidedByAnother, .notElsewhere, .notEnded,
        .blockedRowsSingly, .givenForOneRow, .undecidedForOne, .dateGiven, .dateNotInFuture, .judgmentGiven,
        .targetIsCandidate,
        .targetIsApart, .notContrary,
      ]),
    Transition(
      .submit, from: [.open, .returned], to: .submitted, by: [.clerk, .liaison], needs: [.allDecided]),
    Transition(
      .sendBack, from: [.submitted], to: .returned, by: [.supervisor],
      asks: [Input("reason", Phrase("理由", "Reason"), .reason)]),
    Transition(
      .approve, from: [.submitted], to: .approved, by: [.supervisor], needs: [.notImporterNorDecider, .notOwnRows],
      checks: [.ownSecret]),
    Transition(.apply, from: [.approved], to: .applied, by: [.clerk, .supervisor]),
    Transition(
      .sendBack, from: [.approved], to: .returned, by: [.supervisor],
      asks: [Input("reason", Phrase("理由", "Reason"), .reason)]),
    Transition(
      .undo, from: [.applied], to: .undone, by: [.supervisor], when: [.nothingStays],
      needs: [.sameQuarter, .twoPersons], asks: [Input("reason", Phrase("理由", "Reason"), .reason)],
      checks: [.ownSecret, .clerkForCases]),
    Transition(
      .undo, from: [.applied], to: nil, by: [.supervisor], when: [.somethingStays],
      needs: [.sameQuarter, .twoPersons], asks: [Input("reason", Phrase("理由", "Reason"), .reason)],
      checks: [.ownSecret, .clerkForCases]),
    Transition(
      .undoRow, from: [.applied], to: .undone, by: [.supervisor], when: [.lastLeft], needs: [.twoPersons, .notOwnRows],
      asks: [Input("row", Phrase("行", "Row"), .number), Input("reason", Phrase("理由", "Reason"), .reason)],
      checks: [.ownSecret, .rowsOfThisSweep, .rowsCarriedOut, .clerkForCases]),
    Transition(
      .undoRow, from: [.applied], to: nil, by: [.supervisor], when: [.notLastLeft], needs: [.twoPersons, .notOwnRows],
      asks: [Input("row", Phrase("行", "Row"), .number), Input("reason", Phrase("理由", "Reason"), .reason)],
      checks: [.ownSecret, .rowsOfThisSweep, .rowsCarriedOut, .clerkForCases]),
    Transition(
      .abandon, from: [.open, .returned], to: .abandoned, by: [.clerk, .supervisor], needs: [.notReliedUpon],
      asks: [Input("reason", Phrase("理由", "Reason"), .reason)]),
  ]
}
