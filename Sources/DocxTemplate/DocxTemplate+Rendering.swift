public import Diagnostics
public import Jinja
public import OfficePackage

extension DocxTemplate {
  /// The document filled with `context`.
  ///
  /// A pure function: the same template and context give the same bytes.
  ///
  /// - Returns: the document, or `nil` where a finding is an error, and everything that was found.
  public func render(
    _ context: ObjectValue
  ) throws(OfficePackageError) -> (document: [UInt8]?, diagnostics: [Diagnostic]) {
    let session = RenderSession(facts)
    var diagnostics: [Diagnostic] = []
    for part in parts {
      let output = PartOutput(part.layout, session: session)
      let findings = part.program.render(context, into: output, environment: environment)
      diagnostics += part.located(findings).map { part.diagnostic(for: $0, file: file) }
      if output.isFull { diagnostics.append(outputTooLarge(part)) }
      try session.edit.replace(part.name, bytes: output.finish())
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (try session.archived(), diagnostics)
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
