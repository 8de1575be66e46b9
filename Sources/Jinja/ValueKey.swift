import BigInt

/// What two values have in common exactly when they are equal: for finding equal ones among many.
enum ValueKey: Hashable {
  case nothing
  case undefined
  case whole(Int)
  case big(BigInt)
  case real(Double)
  case text(String)
  case list([ValueKey])
  case tuple([ValueKey])
  case mapping([ValueKey: ValueKey])
  case identity(ObjectIdentifier)

  /// The key of a value; text without regard to capitals if `foldingCase`.
  init(_ value: Value, foldingCase: Bool) {
    switch value.number?.simplest {
    case .integer(let number)?:
      self = .whole(number)
      return
    case .big(let number)?:
      self = .big(number)
      return
    case .double(let number)?:
      self = .real(number)
      return
    case nil: break
    }
    switch value.plain {
    case .string(let text): self = .text(foldingCase ? text.lowercased() : text)
    case .array(let items): self = .list(items.map { ValueKey($0, foldingCase: false) })
    case .tuple(let items): self = .tuple(items.map { ValueKey($0, foldingCase: false) })
    case .object(let object):
      let members = object.members.map {
        (ValueKey($0.key, foldingCase: false), ValueKey($0.value, foldingCase: false))
      }
      self = .mapping(Dictionary(members) { first, _ in first })
    case .custom(let object): self = .identity(ObjectIdentifier(object))
    case .undefined: self = .undefined
    default: self = .nothing
    }
  }
}
