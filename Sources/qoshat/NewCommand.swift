import ArgumentParser
import Diagnostics
import Export
import Files
import Letters

struct NewCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a new letter kind, ready to be changed in Word.",
    discussion: """
      The folder KIND is made among the letter kinds, with both templates, letter.yaml and an \
      example of case data: a letter can be made from it at once. What is there already is never \
      changed.
      """)

  @Argument(help: "The name of the kind: small Latin letters, digits and hyphens.")
  var kind: String

  @Option(help: "What the kind is called in Kazakh; together with --name-ru.")
  var nameKk: String?

  @Option(help: "What the kind is called in Russian; together with --name-kk.")
  var nameRu: String?

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    try checkKind(log)
    let name = try givenName(log)
    let library = options.library
    let folder = "\(library.folder)/\(kind)"
    guard FileSystem.kind(of: folder) == nil else { throw taken(folder, log) }
    do throws(FileError) {
      try FileSystem.checkWritable(folder: library.folder)
    } catch {
      throw log.failure(writing: error)
    }
    var (skeleton, reference) = try material(for: library, log)
    if let name { skeleton.rename(name) }
    let isMade: Bool
    do throws(FileError) {
      if !reference.isEmpty {
        _ = try FileSystem.makeFolder(library.referenceFolder, holding: reference)
      }
      isMade = try FileSystem.makeFolder(folder, holding: skeleton.files)
    } catch {
      throw log.failure(writing: error)
    }
    guard isMade else { throw taken(folder, log) }
    let made =
      reference.map { "\(library.referenceFolder)/\($0.name)\n" }
      + skeleton.files.map { "\(folder)/\($0.name)\n" }
    StandardStreams.write(made.joined(), to: .output)
    if options.format == .text {
      StandardStreams.write(nextSteps(folder)[options.language], to: .errors)
    }
  }

  /// Refuses a name that is hard to type, that some file system does not take, or that is not a kind's.
  private func checkKind(_ log: DiagnosticLog) throws {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isPlain = kind.utf8.allSatisfy {
      letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
    }
    let begins = kind.utf8.first.map(letters.contains) ?? false
    guard isPlain, begins, !kind.hasSuffix("-"), kind.utf8.count <= 64, FileName.isSafe(kind),
      kind != TemplateLibrary.referenceName
    else {
      throw log.usage(
        Message(
          kk:
            "`\(kind)` хат түрінің атауына жарамайды: ол кіші латын әрпінен басталып, кіші латын әріптерінен, цифрлардан және дефистен тұруы керек, мысалы, `information-request`",
          ru:
            "`\(kind)` не годится как имя вида писем: нужны строчные латинские буквы, цифры и дефис, первой – буква, например `information-request`",
          en:
            "`\(kind)` cannot be the name of a letter kind: it takes small Latin letters, digits and hyphens, a letter first, such as `information-request`"
        ))
    }
  }

  private func givenName(_ log: DiagnosticLog) throws -> Bilingual? {
    if nameKk == nil, nameRu == nil { return nil }
    guard let nameKk, let nameRu, ![nameKk, nameRu].contains(where: \.isBlank) else {
      throw log.usage(
        Message(
          kk: "`--name-kk` пен `--name-ru` бірге беріледі, бос болмайды",
          ru: "`--name-kk` и `--name-ru` задаются вместе и не бывают пустыми",
          en: "`--name-kk` and `--name-ru` are given together, and neither is empty"))
    }
    return Bilingual(kk: nameKk, ru: nameRu)
  }

  /// The skeleton of the library, else the one that came with the program, and the reference data that the library lacks.
  private func material(
    for library: TemplateLibrary, _ log: DiagnosticLog
  ) throws -> (skeleton: KindSkeleton, reference: [(name: String, bytes: [UInt8])]) {
    let others = [TemplateLibrary(folder: "templates"), GlobalOptions.installedLibrary]
    do throws(FileError) {
      for source in [library] + others.compactMap({ $0 }) {
        guard let skeleton = try KindSkeleton(of: source) else { continue }
        // Without acts, bodies and people no letter can be made.
        let isComplete = FileSystem.kind(of: library.referenceFolder) != nil
        return (skeleton, isComplete ? [] : try FileSystem.files(in: source.referenceFolder))
      }
      // Nobody has one: the reason is told of the place where it should be.
      _ = try FileSystem.names(in: library.referenceFolder + "/skeleton")
    } catch {
      throw log.failure(reading: error)
    }
    throw log.usage(
      Message(
        kk: "`\(library.referenceFolder)/skeleton` қалтасында `letter.yaml` жоқ",
        ru: "в папке `\(library.referenceFolder)/skeleton` нет `letter.yaml`",
        en: "there is no `letter.yaml` in `\(library.referenceFolder)/skeleton`"))
  }

  private func taken(_ folder: String, _ log: DiagnosticLog) -> CommandFailure {
    log.add([
      Diagnostic(
        "O102",
        Message(
          kk: "бұл атау бос емес; ештеңе өзгертілген жоқ", ru: "это имя занято; ничего не изменено",
          en: "the name is taken; nothing was changed"),
        at: [Place(file: folder)])
    ])
    return .environment
  }

  /// What is to be done with the new kind, as commands that can be copied.
  private func nextSteps(_ folder: String) -> Message {
    let path = Self.quoted(folder)
    let library = options.templates.map { " --templates \(Self.quoted($0))" } ?? ""
    let commands = """
        qoshat check \(path)
        qoshat render \(kind)\(library) --data \(Self.quoted(folder + "/case.json")) --out letters

      """
    return Message(
      kk:
        "Енді kk.docx пен ru.docx файлдарын Word бағдарламасында өзгертіп, тексеріп, хат жасаңыз:\n\(commands)",
      ru: "Теперь измените kk.docx и ru.docx в Word, проверьте их и создайте письмо:\n\(commands)",
      en: "Now change kk.docx and ru.docx in Word, check them, and make a letter:\n\(commands)")
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    if isPlain { return path }
    let pieces = path.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: #"'\''"#) + "'"
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
