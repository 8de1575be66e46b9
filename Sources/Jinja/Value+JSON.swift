import BigInt
public import JSON

extension Value {
  /// The JSON value as a template sees it.
  public init(_ json: JSON) {
    switch json {
    case .null: self = .none
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .double(value)
    case .digits(let digits): self = BigInt(digits).map { .whole($0) } ?? .none
    case .string(let value): self = .string(value)
    case .array(let elements): self = .array(elements.map { Value($0) })
    case .object(let members):
      self = .object(ObjectValue(members.map { ($0.name, Value($0.value)) }))
    }
  }
}
