import CivilDates
import Jinja

/// What a filter was given, as bytes: two calls of one filter that have the same make the same of it.
struct FilterCall: Hashable, Sendable {
  /// Longer ones hardly come again.
  private static let maximumBytes = 1 << 10
  private static let maximumLevels = 4

  private var bytes: [UInt8] = []
  private var level = 0

  /// How long the key is.
  var size: Int { bytes.count }

  /// `nil` where what a filter makes of it may not follow from what can be told of it here, or where it is long.
  ///
  /// Of a filter that takes lists, `looksAtItems` says that not only their number counts.
  init?(_ value: Value, _ arguments: borrowing Arguments, looksAtItems: Bool) {
    bytes.reserveCapacity(256)
    guard add(arguments.callee), add(value, looksAtItems) else { return nil }
    add(arguments.positional.count)
    for argument in arguments.positional {
      guard add(argument, true) else { return nil }
    }
    for (name, argument) in arguments.named {
      guard add(name), add(argument, true) else { return nil }
    }
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  private mutating func add(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  /// A text with its length before it, so that nothing in it can be taken for what follows.
  private mutating func add(_ text: String) -> Bool {
    let count = text.utf8.count
    guard bytes.count + count <= Self.maximumBytes else { return false }
    add(count)
    bytes.append(contentsOf: text.utf8)
    return true
  }

  private mutating func add(_ values: [Value]) -> Bool {
    guard level < Self.maximumLevels, values.count < Self.maximumBytes else { return false }
    level += 1
    defer { level -= 1 }
    add(values.count)
    for value in values {
      guard add(value, true) else { return false }
    }
    return true
  }

  /// One value, with its kind before it.
  private mutating func add(_ value: Value, _ looksAtItems: Bool) -> Bool {
    func begin(_ kind: Unicode.Scalar) { bytes.append(UInt8(ascii: kind)) }
    switch value {
    case .none: begin("n")
    case .bool(let flag): begin(flag ? "t" : "f")
    case .integer(let number):
      begin("i")
      add(number)
    case .double(let number):
      begin("d")
      add(Int(truncatingIfNeeded: number.bitPattern))
    case .string(let text):
      begin("s")
      return add(text)
    case .markup(let text):
      begin("m")
      return add(text)
    case .array(let values):
      begin("a")
      return add(values)
    case .tuple(let values):
      begin("u")
      return add(values)
    case .object(let object):
      begin("o")
      return add(object.keys) && add(object.values)
    case .custom(let custom):
      return add(custom, looksAtItems)
    case .undefined, .big: return false
    }
    return true
  }

  /// A value of the program's own, of which filters see these parts and no others.
  private mutating func add(_ custom: any CustomValue, _ looksAtItems: Bool) -> Bool {
    switch custom {
    case let date as DateValue:
      bytes += [UInt8(ascii: "D"), date.language == .kk ? 1 : 2]
      add(date.date.year * 10_000 + date.date.month * 100 + date.date.day)
    case let figure as FigureValue:
      bytes.append(UInt8(ascii: "F"))
      add(figure.number ?? 0)
    case let rows as RowsValue where !looksAtItems:
      bytes.append(UInt8(ascii: "R"))
      add(rows.number ?? 0)
    default: return false
    }
    return true
  }
}
