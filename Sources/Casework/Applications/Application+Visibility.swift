extension Application {
  /// The posts that see cases at all (cli: "Who may do what").
  public static let readers: [Role] = [.clerk, .supervisor, .chair, .assessor, .archivist]

  /// Assessors see the cases of their panels, archivists what is theirs to file; the office's own posts see all.
  public func isVisible(to staff: StaffMember) -> Bool {
    Self.isVisible(in: state, to: staff) || (staff.holds([.assessor]) && panelMembers.contains(staff.id))
  }

  /// Whether somebody sees every case that stands in a state, whoever sits on its panel.
  public static func isVisible(in state: State, to staff: StaffMember) -> Bool {
    staff.holds([.clerk, .supervisor, .chair]) || staff.delegation(.decision) != nil
      || (staff.holds([.archivist]) && (CaseQueue.archive.states + [.archived]).contains(state))
  }
}
