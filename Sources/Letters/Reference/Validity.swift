public import CivilDates

/// The time in which something of the reference data holds.
public struct Validity: Hashable, Sendable {
  public var from: CivilDate?
  public var to: CivilDate?

  /// Whether `date` lies in it.
  public func contains(_ date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }

  /// Whether some day lies in both.
  func overlaps(_ other: Validity) -> Bool {
    func begins(_ from: CivilDate?, by to: CivilDate?) -> Bool {
      guard let from, let to else { return true }
      return from <= to
    }
    return begins(from, by: other.to) && begins(other.from, by: to)
  }
}

/// What took the place of something that holds no longer.
public enum Successor: Hashable, Sendable {
  /// Another entry of the same file.
  case entry(String)
  /// Something that the reference data does not have.
  case other(Bilingual)
}

/// An entry of the reference data that holds for a time. Entries of one role follow each other: at most one holds on a day.
public protocol DatedEntry: Sendable {
  var id: String { get }
  /// What it is to letters, whatever its name is at the time.
  var role: String? { get }
  var validity: Validity { get }
  var successor: Successor? { get }
  /// What letters call it when they name it in full.
  var fullName: Bilingual { get }
}

extension Dictionary where Key == String, Value: DatedEntry {
  /// The entry of `role` that holds on `date`.
  func entry(of role: String, on date: CivilDate) -> Value? {
    values.first { $0.role == role && $0.validity.contains(date) }
  }

  /// What is to be named instead of `entry` on `date`, a day on which it does not hold.
  func replacement(of entry: Value, on date: CivilDate) -> Bilingual? {
    if let role = entry.role, let other = self.entry(of: role, on: date) { return other.fullName }
    var last: Bilingual?
    var seen: Set<String> = [entry.id]
    var successor = entry.successor
    while let next = successor {
      guard case .entry(let id) = next, let other = self[id], seen.insert(id).inserted else {
        if case .other(let name) = next { last = name }
        break
      }
      last = other.fullName
      if other.validity.contains(date) { break }
      successor = other.successor
    }
    return last
  }
}
