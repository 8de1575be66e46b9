public import Diagnostics
import DocxTemplate
import OfficePackage

/// A letter kind, ready to be rendered: its definition and its two templates, compiled.
///
/// Immutable; one serves any number of letters at once.
public struct LetterKind: Sendable {
  /// The name on the command line and of the kind's folder.
  public let id: String
  public let definition: KindDefinition
  let templates: [LetterLanguage: DocxTemplate]
  let shared: SharedReference
  /// The letters that were made last.
  let lastOriginals = LastOriginals()
  let contextShapes = ContextShapes()

  /// The acts, bodies and people that its letters speak of.
  public var reference: ReferenceData { shared.reference }

  var knowledge: ParityKnowledge { shared.knowledge }

  /// The files of a kind, as read.
  public struct Files: Sendable {
    public struct File: Sendable {
      /// The name for messages.
      public let name: String
      public let bytes: [UInt8]

      public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
      }
    }

    public var definition: File
    public var templates: [LetterLanguage: File]
    /// The files of the reference data that are there, by name.
    public var reference: [String: File]

    public init(
      definition: File, templates: [LetterLanguage: File], reference: [String: File]
    ) {
      self.definition = definition
      self.templates = templates
      self.reference = reference
    }
  }

  /// Reads and compiles everything that belongs to a kind.
  ///
  /// Who asks for an inspection is also told of what does not stop a letter but may be an oversight. The reference data are not read
  /// again where `other` was made of the same.
  ///
  /// - Returns: the kind, or `nil` where something is wrong, and everything that was found, with whether a file could not be read at all.
  public static func compile(
    _ id: String, _ files: Files, isInspected: Bool = false, beside other: LetterKind? = nil
  ) -> (kind: LetterKind?, diagnostics: [Diagnostic], isUnreadable: Bool) {
    var isUnreadable = false
    var (definition, diagnostics) = KindDefinition.read(
      files.definition.bytes, file: files.definition.name)
    let shared =
      other.flatMap { $0.shared.isOf(files.reference) ? $0.shared : nil }
      ?? SharedReference(files.reference)
    diagnostics += shared.diagnostics
    let (reference, lexicons, knowledge) = (shared.reference, shared.lexicons, shared.knowledge)
    let environment = GrammarFilters.environment(
      lexicons, keepsYo: reference.style.keepsYo)
    var templates: [LetterLanguage: DocxTemplate] = [:]
    for language in LetterLanguage.allCases {
      guard let file = files.templates[language] else { continue }
      do throws(OfficePackageError) {
        let bytes = try LetterProperties.marked(file.bytes, kind: id)
        let (template, findings) = try DocxTemplate.compile(
          bytes, file: file.name, environment: environment,
          usesWordPlaceholders: true, isInspected: isInspected)
        diagnostics += findings.map { finding in
          var finding = finding
          // What is lost beside a tag would be missing from a letter that is signed, and what is no tag stand in it.
          if ["E112", "E151"].contains(finding.rule) { finding.severity = .error }
          for index in finding.places.indices { finding.places[index].language = language.rawValue }
          return finding
        }
        templates[language] = template
      } catch {
        isUnreadable = true
        diagnostics.append(error.diagnostic(file: file.name))
      }
    }
    if let definition {
      diagnostics += ReferenceChecks.check(
        definition, reference, file: files.definition.name)
    }
    if let definition, templates.count == LetterLanguage.allCases.count {
      diagnostics += TemplateChecks.check(templates, definition, knowledge.terms)
      diagnostics += DefinitionChecks.check(
        definition, templates, file: files.definition.name)
      diagnostics += TermDefinitionChecks.check(
        templates, definition, file: files.definition.name
      ).filter { isInspected || $0.severity == .error }
      if isInspected {
        diagnostics += FieldChecks.check(templates, definition, file: files.definition.name)
        diagnostics += TemplatePairChecks.check(templates, definition, knowledge)
      }
    }
    guard let definition, templates.count == LetterLanguage.allCases.count,
      !diagnostics.hasErrors
    else { return (nil, diagnostics, isUnreadable) }
    let kind = LetterKind(
      id: id, definition: definition, templates: templates, shared: shared)
    return (kind, diagnostics, isUnreadable)
  }
}
