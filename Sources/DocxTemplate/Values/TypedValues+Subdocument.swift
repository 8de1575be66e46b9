extension TypedValues {
  mutating func subdocument(_ object: inout TypedObject) -> (any WordValue)? {
    guard source(&object, limit: 64 << 20) != nil else { return nil }
    return nil
  }
}
