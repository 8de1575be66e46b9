/// Texts of the data are written as they lie there: this is what most tags print, and what most of a table is.
extension Renderer {
  /// Writes the text of a variable, or of a field of an object in one, as it lies there, which is what most tags print; returns whether it was that.
  mutating func emitText(_ id: Expression.ID) -> Bool {
    guard let (text, steps) = text(id) else { return false }
    let site = tables.spans[Int(id)].tag
    switch text {
    case .single(let text):
      guard output.write(text: text, at: site) else { return false }
    case .packed(let text, let rows):
      if keptRows.map(ObjectIdentifier.init) != rows { keepRows(of: id) }
      guard output.write(text: text, at: site) else { return false }
    }
    spend(steps)
    return true
  }

  /// A text by itself, or in rows, which may go away if nobody keeps them.
  private enum Text {
    case single(String)
    case packed(UnsafeBufferPointer<UInt8>, in: ObjectIdentifier)
  }

  /// The text of such an expression, and the steps that evaluating it takes.
  @inline(__always)
  private func text(_ id: Expression.ID) -> (text: Text, steps: Int)? {
    switch tables.expressions[Int(id)] {
    case .variable(0, let slot, _):
      if case .string(let text) = frame.slots[Int(slot)] { return (.single(text), 1) }
    case .attribute(let base, _):
      guard case .variable(0, let slot, _) = tables.expressions[Int(base)],
        case .object(let object) = frame.slots[Int(slot)],
        let index = knownIndex(in: object, at: id)
      else { return nil }
      switch object.storage {
      case .values(let values):
        if case .string(let text) = values[index] { return (.single(text), 2) }
      case .row(let rows, let first):
        guard let text = rows.text(at: Int(first) + index) else { return nil }
        return (.packed(text, in: ObjectIdentifier(rows)), 2)
      }
    default: break
    }
    return nil
  }

  @inline(never)
  private mutating func keepRows(of id: Expression.ID) {
    guard case .attribute(let base, _) = tables.expressions[Int(id)],
      case .variable(0, let slot, _) = tables.expressions[Int(base)],
      case .object(let object) = frame.slots[Int(slot)], case .row(let rows, _) = object.storage
    else { return }
    keptRows = rows
  }

  /// Where in the object the field is that an expression reads, if it was last found in one of the same shape.
  @inline(__always)
  func knownIndex(in object: ObjectValue, at id: Expression.ID) -> Int? {
    guard program === first, fields.shapes[Int(id)] == ObjectIdentifier(object.shape) else {
      return nil
    }
    return fields.indices[Int(id)]
  }
}
