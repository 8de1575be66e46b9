import ArgumentParser
import Diagnostics
import Glibc
import Spelling

/// Whether spelling is checked, and with which dictionaries.
struct SpellingOptions: ParsableArguments {
  @Flag(name: .customLong("no-spelling"), help: "Leave spelling unchecked.")
  var isLeftOut = false

  @Option(
    help: ArgumentHelp(
      "A folder with kk_KZ and ru_RU of Hunspell (default: those of DICPATH and of the system).",
      valueName: "folder"))
  var dictionaries: [String] = []

  /// The dictionaries to check with; `nil` if spelling is left out, or none are there, which is told.
  func dictionaries(_ options: GlobalOptions) -> SpellingDictionaries? {
    guard !isLeftOut else { return nil }
    let path = getenv("DICPATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":").map(String.init) + SpellingDictionaries.systemFolders
    if let found = SpellingDictionaries(folders: dictionaries.isEmpty ? folders : dictionaries) {
      return found
    }
    StandardStreams.write(
      Message(
        kk: "емле тексерілмеді: kk_KZ және ru_RU сөздіктері жоқ (hunspell-kk, hunspell-ru)",
        ru: "орфография не проверена: нет словарей kk_KZ и ru_RU (hunspell-kk, hunspell-ru)",
        en:
          "spelling is not checked: there are no dictionaries kk_KZ and ru_RU (hunspell-kk, hunspell-ru)"
      )[options.language] + "\n", to: .errors)
    return nil
  }
}
