/// One decision about a setting: a value, and the day from which it holds.
public struct PolicyChange: Hashable, Sendable {
  public let key: PolicyKey
  /// As it is kept; empty where the rule is off.
  public let value: String
  public let from: Day
  public let reason: String
  public let staff: StaffMember.ID
  /// When it was decided.
  public let moment: LogMoment

  public init(
    key: PolicyKey, value: String, from: Day, reason: String, staff: StaffMember.ID, moment: LogMoment
  ) {
    self.key = key
    self.value = value
    self.from = from
    self.reason = reason
    self.staff = staff
    self.moment = moment
  }
}

/// Where something stands in the log: two events of one day still have an order.
public struct LogMoment: Hashable, Sendable {
  public let day: Day
  public let seq: Int64

  public init(day: Day, seq: Int64) {
    self.day = day
    self.seq = seq
  }
}
