/// What the inputs of a form hold, by their names; an input that is left empty is as one that is not there.
struct FormValues: Equatable, Sendable {
  private(set) var texts: [String: String] = [:]

  init() {}

  /// What was sent. Of inputs with one name the first counts.
  init(_ fields: FormFields) {
    for (name, value) in fields.values where texts[name] == nil { self[name] = value }
  }

  subscript(name: String) -> String {
    get { texts[name] ?? "" }
    set { texts[name] = newValue.isEmpty ? nil : newValue }
  }

  subscript(path: FormPath) -> String {
    get { self[path.description] }
    set { self[path.description] = newValue }
  }
}
