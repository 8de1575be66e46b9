import CHunspell

/// A dictionary of Hunspell in memory: the words that it accepts, with their endings.
struct HunspellDictionary: ~Copyable {
  private let handle: OpaquePointer

  /// Reads the two files of a dictionary; `nil` if it is not in UTF-8 or there is no memory for it.
  ///
  /// - Precondition: the files are there; Hunspell itself does not say when they are not.
  init?(affixes: String, words: String) {
    guard let handle = Hunspell_create(affixes, words) else { return nil }
    guard let encoding = Hunspell_get_dic_encoding(handle), String(cString: encoding) == "UTF-8"
    else {
      Hunspell_destroy(handle)
      return nil
    }
    self.handle = handle
  }

  deinit { Hunspell_destroy(handle) }

  /// Not a function of the value alone: Hunspell writes into its own buffers while it looks.
  mutating func accepts(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }
}
