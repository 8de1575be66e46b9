import ArgumentParser
import Diagnostics
import Files
import JSON
import Letters
import Register

/// The letters that `check` makes besides, of the case data that the call names.
struct CaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also make the letters of this case data, .json or .jsonl or a folder of them, and check both originals. May be repeated.",
      discussion:
        "The kind is that of the file's folder (warning/17.json) or else of its name (warning-17.json). Nothing is written."
    ))
  var cases: [String] = []
}

/// Makes the letter of every case, only to see what is found in it.
struct CaseCheck {
  let library: TemplateLibrary
  let allowances: [Allowance]
  let registerPath: String
  let log: DiagnosticLog

  private var kinds: [String: LetterKind?] = [:]
  private var register: Register?

  init(_ options: GlobalOptions, allowances: [Allowance], log: DiagnosticLog) {
    library = options.library
    registerPath = options.registerPath
    self.allowances = allowances
    self.log = log
  }

  /// A file of case data, and the kind of its letters if that can be told.
  struct File: Equatable {
    let path: String
    let kind: String?
  }

  /// The case data at `path`: itself, or what lies in the folder and in the folders there that are named as kinds.
  static func files(at path: String, kinds: [String]) throws(FileError) -> [File] {
    guard FileSystem.kind(of: path) == .folder else {
      return [File(path: path, kind: kind(of: path, among: kinds))]
    }
    var files: [File] = []
    for name in try FileSystem.names(in: path) where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if kinds.contains(name), FileSystem.kind(of: inner) == .folder {
        files += try self.files(at: inner, kinds: kinds)
      } else if [".json", ".jsonl"].contains(where: { name.hasSuffix($0) }) {
        files.append(File(path: inner, kind: kind(of: inner, among: kinds)))
      }
    }
    return files
  }

  /// The kind that the file's folder is named as, or else the longest one that its name begins with.
  static func kind(of path: String, among kinds: [String]) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    if let folder = parts.dropLast().last, kinds.contains(folder) { return folder }
    return kinds.filter { name.hasPrefix("\($0)-") || name.hasPrefix("\($0).") }
      .max { $0.utf8.count < $1.utf8.count }
  }

  /// Checks the letters of the case data at `path`; what cannot be read does not stop the others.
  ///
  /// - Returns: Whether everything could be read.
  mutating func check(_ path: String) throws -> Bool {
    let files: [File]
    let known: [String]
    do throws(FileError) {
      known = try library.kinds()
      files = try Self.files(at: path, kinds: known)
    } catch {
      _ = log.failure(reading: error)
      return false
    }
    if files.isEmpty {
      _ = log.usage(
        Message(
          kk: "`\(path)` қалтасында іс деректері жоқ", ru: "в папке `\(path)` нет данных дел",
          en: "there is no case data in the folder `\(path)`"))
    }
    var isReadable = true
    for file in files {
      guard let kind = file.kind else {
        reportKind(of: file.path, known: known)
        continue
      }
      isReadable = try check(file.path, as: kind) && isReadable
    }
    return isReadable
  }

  private mutating func check(_ path: String, as id: String) throws -> Bool {
    guard let bytes = try? log.read(path) else { return false }
    let file: CaseDataFile
    do throws(CaseDataFile.JSONFault) {
      file = try CaseDataFile(bytes, path: path)
    } catch {
      log.add([error.diagnostic])
      return false
    }
    guard let kind = try kind(id) else { return true }
    if register == nil,
      file.entries.contains(where: { kind.definition.needsRegister(for: $0.data) })
    {
      do throws(RegisterError) {
        register = try Register.open(at: registerPath)
      } catch {
        throw log.failure(error)
      }
    }
    for entry in file.entries {
      let found = try findings(kind, entry.data, path)
      log.add(found.map { Self.located($0, in: path, line: entry.line, of: id) })
    }
    return true
  }

  private func findings(_ kind: LetterKind, _ data: JSON, _ path: String) throws -> [Diagnostic] {
    do throws(LetterRefusal) {
      return try kind.render(
        data, file: path, register: register, allowances: allowances, listing: .documentsAndBodies
      ).diagnostics
    } catch {
      if case .register(let failure) = error.reason { throw log.failure(failure) }
      return error.diagnostics
    }
  }

  /// The kind, compiled once; `nil` if it is not in order, which is reported once.
  private mutating func kind(_ id: String) throws -> LetterKind? {
    if let known = kinds[id] { return known }
    do throws(FileError) {
      let (kind, diagnostics, _) = try library.kind(id)
      // What is wrong with a kind may have been said when it was checked itself.
      log.add(diagnostics.filter { !log.diagnostics.contains($0) })
      kinds[id] = .some(kind)
      return kind
    } catch {
      throw log.failure(reading: error)
    }
  }

  /// The finding where the author of the case can find it: letters that are written nowhere are called by their case.
  private static func located(
    _ diagnostic: Diagnostic, in path: String, line: Int?, of kind: String
  ) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.places = diagnostic.places.map { place in
      var place = place
      if let language = place.language, place.file == "\(kind).\(language).docx" {
        place.file = path
        place.part = "\(language).docx"
      }
      if place.file == path, place.line == nil { place.line = line }
      return place
    }
    return diagnostic
  }

  private func reportKind(of path: String, known: [String]) {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    log.add([
      Diagnostic(
        "O103",
        Message(
          kk: "файлдың атауынан да, қалтасынан да хат түрі белгісіз; бары: \(names)",
          ru: "ни по имени файла, ни по папке не понять вид письма; есть: \(names)",
          en: "neither the file's name nor its folder tells the letter kind; there are \(names)"),
        at: [Place(file: path)])
    ])
  }
}
