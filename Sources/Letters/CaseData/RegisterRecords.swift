public import JSON
import Register

/// The records of the register that case data name, all as they were after one write.
struct RegisterRecords: Sendable {
  let register: Register
  let revision: Int

  /// The resources that a document names; `nil` if there is no such document.
  func resources(of document: String) throws(RegisterError) -> [LetterResource]? {
    let resources = try register.resources(of: document, at: revision)
    guard resources.isEmpty else { return resources }
    return try register.document(document, at: revision).map { _ in [] }
  }

  func inquiry(_ id: String) throws(RegisterError) -> InquiryRecord? {
    try register.inquiry(id, at: revision)
  }

  /// All organisers of gambling, by name.
  func organisers() throws(RegisterError) -> [OrganiserRecord] {
    try register.organisers(at: revision)
  }
}

extension KindDefinition {
  /// Whether a letter of `data` cannot be made without the register.
  public func needsRegister(for data: JSON) -> Bool {
    !figures.isEmpty || namesRecords(data)
  }

  /// Whether `data` name records of the register.
  func namesRecords(_ data: JSON) -> Bool { fields.contains { $0.needsRegister(in: data) } }
}

extension FieldDefinition {
  fileprivate func needsRegister(in json: JSON) -> Bool {
    type.needsRegister(for: json.given(name) ?? defaultValue)
  }
}

extension FieldType {
  fileprivate func needsRegister(for json: JSON?) -> Bool {
    switch (self, json) {
    case (.inquiry, .string?), (.resources, .object?), (.organisers, .object?): true
    case (.organisers, .array(let elements)?): elements.contains { $0.string != nil }
    case (.list(let item), .array(let elements)?):
      elements.contains { item.needsRegister(for: $0) }
    case (.group(let fields), let json?):
      fields.contains { $0.needsRegister(in: json) }
    default: false
    }
  }
}
