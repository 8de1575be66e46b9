import Diagnostics
import DocxTemplate
import Files
import Jinja
import Synchronization

/// The templates that a plain-text template may include: the files of its own folder.
final class TextTemplateFolder: TemplateLoader {
  private let folder: DataFolder
  private let environment: Environment
  /// What was read already: one template is read once, however often it is included.
  private let programs = Mutex<[String: Program]>([:])

  init(of template: String, _ environment: Environment) {
    folder = DataFolder(of: template)
    self.environment = environment
  }

  func program(named name: String) throws(Fault) -> Program? {
    if let known = programs.withLock({ $0[name] }) { return known }
    let bytes: [UInt8]
    do {
      bytes = try folder.read(name)
    } catch .missing {
      return nil
    } catch {
      throw Fault(
        "E115",
        Message(
          kk: "`\(name)` үлгіні оқуға болмайды: ол үлгінің өз қалтасындағы файл болуы керек",
          ru: "шаблон `\(name)` прочитать нельзя: это должен быть файл в папке самого шаблона",
          en: "`\(name)` cannot be read: it must be a file in the template's own folder"))
    }
    let expansion = TextExpansion(bytes, file: name, environment)
    if let finding = expansion.findings.first {
      throw Fault(finding.rule, finding.message, kind: finding.kind, hint: finding.hint)
    }
    let program = expansion.program(named: name)
    programs.withLock { $0[name] = program }
    return program
  }
}
