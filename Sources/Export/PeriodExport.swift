import Cryptography
import CivilDates
public import Diagnostics
import Files
public import Letters
public import Register

/// How far an export has come.
public struct ExportProgress: Hashable, Sendable {
  /// The letters that are decided.
  public let done: Int
  /// Those among them that were there already.
  public let kept: Int
  /// Those among them that could not be made.
  public let failed: Int
  public let total: Int
}

/// What became of an export.
public struct ExportOutcome: Sendable {
  /// How many letters were written, by kind.
  public var written: [String: Int] = [:]
  /// How many were there already, by kind.
  public var kept: [String: Int] = [:]
  /// How many could not be made, by kind.
  public var failed: [String: Int] = [:]
  /// What was found in letters, as much of it as a person reads.
  public var diagnostics: [Diagnostic] = []
  /// How many findings more there are; those of letters that could not be made stand in the manifest.
  public var unlisted = 0
}

/// All letters of a period, written into a folder with a manifest.
public struct PeriodExport: Sendable {
  /// What is asked for.
  public let request: ExportRequest
  /// The letters.
  public let plan: ExportPlan
  /// What was found in the templates.
  public var diagnostics: [Diagnostic] { maker.kinds.diagnostics }
  let maker: LetterMaker

  /// How to treat a folder that is not empty.
  public struct Permission: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// An export may be gone on with, or be brought up to date.
    public static let resume = Permission(rawValue: 1)
    /// Files that are in the way may be replaced.
    public static let replace = Permission(rawValue: 2)
  }

  /// Finds the letters and compiles their templates; nothing is written.
  public init(
    _ request: ExportRequest, _ register: Register, _ library: TemplateLibrary
  ) throws(ExportError) {
    self.request = request
    do throws(RegisterError) {
      plan = try ExportPlan(request, register)
    } catch {
      throw ExportError(error)
    }
    let kinds = try LetterKinds(plan.kinds, library)
    maker = LetterMaker(request: request, register: register, kinds: kinds)
  }

  /// What the export is known by; the whole register is read for it, which only one that is written needs.
  private func header() throws(ExportError) -> ExportHeader {
    do throws(RegisterError) {
      return ExportHeader(
        request, plan, content: try maker.register.contentSum(at: request.revision),
        templates: maker.kinds.templates, reference: maker.kinds.reference)
    } catch {
      throw ExportError(error)
    }
  }

  /// What the unfinished export in `folder` was asked for, so that it can be gone on with; `nil` if there is none.
  public static func unfinished(_ folder: String) throws(ExportError) -> ExportHeader? {
    do throws(FileError) {
      return try ExportFolder.unfinished(folder)
    } catch {
      throw ExportError(reading: error)
    }
  }

  /// Writes the letters on `jobs` threads.
  ///
  /// - Throws: `ExportError` where the export as a whole could not be made, or was stopped because `isStopped` said so; what was
  ///   done stays for ``Permission/resume``.
  public func write(
    into path: String, _ permission: Permission = [], seal: ExportSeal = .none, jobs: Int? = nil,
    progress: @escaping @Sendable (ExportProgress) -> Void = { _ in },
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(ExportError) -> ExportOutcome {
    let folder = try ExportFolder(path)
    let work: ExportWork
    do throws(ExportError) {
      work = try ExportWork(self, try header(), folder, permission, seal, progress)
    } catch {
      folder.leave()
      throw error
    }
    Workers.run(max(1, jobs ?? Workers.processors)) { _ in work.run(until: isStopped) }
    let outcome = try work.finish(folder)
    folder.close()
    return outcome
  }
}
