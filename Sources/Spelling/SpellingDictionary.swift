import Glibc
import Synchronization

/// A dictionary that is read when the first word is asked for, and then shared by all threads.
public final class SpellingDictionary: Sendable {
  private struct State: ~Copyable {
    var isRead = false
    /// `nil` before it is read, and where its files are no dictionary.
    var dictionary: HunspellDictionary?
  }

  private let affixes: String
  private let words: String
  private let state = Mutex(State())

  /// The dictionary of a language, such as `ru_RU`, in the first of the folders that has it; `nil` if none has.
  public init?(_ name: String, in folders: [String]) {
    let found = folders.first { folder in
      [".aff", ".dic"].allSatisfy { access("\(folder)/\(name)\($0)", R_OK) == 0 }
    }
    guard let found else { return nil }
    affixes = "\(found)/\(name).aff"
    words = "\(found)/\(name).dic"
  }

  /// Whether the dictionary has the word, spelled with these capitals or with fewer; every word where its files are no
  /// dictionary.
  ///
  /// - Complexity: the first call reads the files, which takes about a tenth of a second.
  public func accepts(_ word: String) -> Bool {
    state.withLock { state in
      if !state.isRead {
        state.isRead = true
        state.dictionary = HunspellDictionary(affixes: affixes, words: words)
      }
      return state.dictionary?.accepts(word) ?? true
    }
  }
}

/// The dictionaries of the two languages of a letter.
public struct SpellingDictionaries: Sendable {
  public let kazakh: SpellingDictionary
  public let russian: SpellingDictionary

  /// Where Linux keeps the dictionaries of Hunspell.
  public static let systemFolders = ["/usr/share/hunspell", "/usr/share/myspell/dicts"]

  /// `nil` if one of the two is in none of the folders: Kazakh has too many Russian loans to be checked without Russian.
  public init?(folders: [String] = systemFolders) {
    guard let kazakh = SpellingDictionary("kk_KZ", in: folders),
      let russian = SpellingDictionary("ru_RU", in: folders)
    else { return nil }
    self.kazakh = kazakh
    self.russian = russian
  }
}
