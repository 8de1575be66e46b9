public import Diagnostics
public import Jinja
public import OfficePackage

extension DocxTemplate {
  /// The document filled with `context`.
  ///
  /// A pure function: the same template, context and properties give the same bytes.
  ///
  /// - Parameters:
  ///   - context: What the tags read.
  ///   - properties: What the document is to say of itself beside its text.
  ///   - isOnly: Whether no other document is made of the template, so that it does not pay to prepare its constants for compressing: the parts are the same, only compressed otherwise.
  /// - Returns: the document, or `nil` where a finding is an error, and everything that was found.
  /// - Throws: `OfficePackageError` where the template's package cannot be written.
  public func render(
    _ context: ObjectValue, properties: [CustomProperty] = [], isOnly: Bool = false
  ) throws(OfficePackageError) -> (document: [UInt8]?, diagnostics: [Diagnostic]) {
    let (session, diagnostics) = try fill(context, properties, marks: nil, isOnly: isOnly)
    return (diagnostics.hasErrors ? nil : try session.finished().archived(), diagnostics)
  }

  /// The same with the document opened again, for who is going to read it.
  public func rendered(
    _ context: ObjectValue, properties: [CustomProperty] = []
  ) throws(OfficePackageError) -> (
    document: (archive: [UInt8], package: OfficePackage)?, diagnostics: [Diagnostic]
  ) {
    let (session, diagnostics) = try fill(context, properties, marks: nil)
    return (diagnostics.hasErrors ? nil : try session.finished().reopened(), diagnostics)
  }

  /// The filled parts, whatever was found; not all of them where there are errors and no `marks`.
  func fill(
    _ context: ObjectValue, _ properties: [CustomProperty], marks: PrintMarks?,
    isOnly: Bool = false
  ) throws(OfficePackageError) -> (session: RenderSession, diagnostics: [Diagnostic]) {
    let session = RenderSession(facts, uniqueness)
    var diagnostics: [Diagnostic] = []
    var notes: [NoteKind: [UInt8]] = [:]
    for part in parts {
      let kind = uniqueness.notes.first { $0.value.part == part.name }?.key
      let output = PartOutput(
        part.layout, session: session, canSettle: kind == nil, marks: marks)
      let findings = part.program.render(
        context, into: output, environment: environment, trace: marks?.trace)
      marks?.end(part)
      diagnostics += part.diagnostics(
        for: part.located(findings + output.findings), file: file, in: package)
      if output.isFull { diagnostics.append(outputTooLarge(part)) }
      // What nobody is going to see is not compressed.
      guard !diagnostics.hasErrors || marks != nil else { continue }
      switch output.finish(isOnly: isOnly) {
      case .bytes(let bytes):
        try session.edit.replace(part.name, bytes: bytes)
        if let kind { notes[kind] = bytes }
      case .entry(let entry): try session.edit.replace(part.name, entry: entry, of: output.whole)
      }
      for link in part.links { try session.edit.removeRelationship(link, of: part.name) }
    }
    guard !diagnostics.hasErrors || marks != nil else { return (session, diagnostics) }
    try session.finishNotes(notes)
    for property in properties { session.edit.set(property) }
    return (session, diagnostics)
  }

  private func outputTooLarge(_ part: TemplatePart) -> Diagnostic {
    Diagnostic(
      "E131",
      Message(
        kk: "толтырылған құжат рұқсат етілген көлемнен асып кетті",
        ru: "заполненный документ превысил допустимый размер",
        en: "the filled document exceeds the limit on size"),
      at: [Place(file: file, part: part.name)])
  }
}
