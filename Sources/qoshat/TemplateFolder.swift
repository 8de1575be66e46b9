import Diagnostics
import DocxTemplate
import Files
import Jinja
import OfficePackage
import Synchronization

/// The templates that a template may include: the files of its own folder, plain text or Word documents, of which the text counts.
final class TemplateFolder: TemplateLoader {
  private let folder: DataFolder
  private let environment: Environment
  private let unit: (any TemplateUnit)?
  /// What was read already: one template is read once, however often it is included.
  private let programs = Mutex<[String: Program]>([:])

  /// The folder of a template; `unit` is what the template's carrier knows an included text by.
  init(of template: String, _ environment: Environment, unit: (any TemplateUnit)? = nil) {
    folder = DataFolder(of: template)
    self.environment = environment
    self.unit = unit
  }

  func program(named name: String) throws(Fault) -> Program? {
    if let known = programs.withLock({ $0[name] }) { return known }
    let bytes: [UInt8]
    do {
      bytes = try folder.read(name)
    } catch .missing {
      return nil
    } catch {
      throw Self.unreadable(name)
    }
    let expansion = TextExpansion(try Self.text(of: bytes, name), file: name, environment)
    if let finding = expansion.findings.first {
      throw Fault(finding.rule, finding.message, kind: finding.kind, hint: finding.hint)
    }
    let program = expansion.program.with(unit: unit, name: name)
    programs.withLock { $0[name] = program }
    return program
  }

  /// The text of the file, or of the Word document that it is.
  private static func text(of bytes: [UInt8], _ name: String) throws(Fault) -> [UInt8] {
    guard bytes.starts(with: "PK".utf8) else { return bytes }
    do throws(OfficePackageError) {
      return try DocxTemplate.textTemplate(of: bytes)
    } catch {
      throw unreadable(name)
    }
  }

  private static func unreadable(_ name: String) -> Fault {
    Fault(
      "E115",
      Message(
        kk: "`\(name)` үлгісін оқуға болмайды: ол үлгінің өз қалтасындағы файл болуы керек",
        ru: "шаблон `\(name)` прочитать нельзя: это должен быть файл в папке самого шаблона",
        en: "`\(name)` cannot be read: it must be a file in the template's own folder"))
  }
}
