import JSON
import Letters

/// What a button of a form does to a list.
struct FormEdit: Sendable {
  enum Action: String, Sendable {
    /// A new item at the end.
    case add
    case remove
    /// An item before the one above it.
    case raise
  }

  let action: Action
  let path: FormPath

  /// Reads the name that a button has: `add:addressees`, `remove:addressees[1]`.
  init?(_ text: String) {
    let halves = text.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, let action = Action(rawValue: String(halves[0])),
      let path = FormPath(String(halves[1]))
    else { return nil }
    self.action = action
    self.path = path
  }

  init(_ action: Action, _ path: FormPath) {
    self.action = action
    self.path = path
  }

  var name: String { "\(action.rawValue):\(path)" }

  /// The data afterwards; the same where the list or its item is not there.
  func applied(to data: JSON, _ fields: [FieldDefinition]) -> JSON {
    edited(data, .group(fields), path.steps[...]) ?? data
  }

  private func edited(_ json: JSON?, _ widget: Widget, _ rest: ArraySlice<FormPath.Step>) -> JSON? {
    guard let step = rest.first else { return added(to: json, widget) }
    switch (step, widget) {
    case (.member(let name), .group(let fields)): return edited(json, name, fields, rest)
    case (.member(let name), .record(let record)): return edited(json, name, record.fields, rest)
    case (.item(let index), _):
      guard case .array(var elements)? = json, elements.indices.contains(index),
        let item = widget.item
      else { return nil }
      if rest.count == 1, action != .add {
        change(&elements, at: index)
      } else if let new = edited(elements[index], item, rest.dropFirst()) {
        elements[index] = new
      }
      return .array(elements)
    default: return nil
    }
  }

  private func edited(
    _ json: JSON?, _ name: String, _ fields: [FieldDefinition],
    _ rest: ArraySlice<FormPath.Step>
  ) -> JSON? {
    guard let field = fields.first(where: { $0.name == name }),
      let new = edited(json?[name], Widget(field.type), rest.dropFirst())
    else { return nil }
    var members: [JSON.Member] = []
    if case .object(let given)? = json { members = given }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index] = JSON.Member(name, new)
    } else {
      members.append(JSON.Member(name, new))
    }
    return .object(members.filter { $0.name != name || $0.value != .array([]) })
  }

  private func added(to json: JSON?, _ widget: Widget) -> JSON? {
    guard action == .add, let item = widget.item else { return nil }
    guard case .array(let elements)? = json else { return .array([item.blank]) }
    return .array(elements + [item.blank])
  }

  private func change(_ elements: inout [JSON], at index: Int) {
    switch action {
    case .add: break
    case .remove: elements.remove(at: index)
    case .raise: if index > 0 { elements.swapAt(index, index - 1) }
    }
  }
}

extension Widget {
  /// What each item of a list is; `nil` for what is no list.
  fileprivate var item: Widget? {
    switch self {
    case .list(let item): item
    case .organisers: .record(.organiser)
    default: nil
    }
  }
}
