/// Capital and small letters as Python knows them.
extension String {
  /// Every word with a capital first letter and small ones after it, as `str.title` has it: a word is a run of letters that have two forms.
  var titled: String {
    var result = ""
    var isInWord = false
    for scalar in unicodeScalars {
      let properties = scalar.properties
      result += isInWord ? properties.lowercaseMapping : properties.titlecaseMapping
      isInWord = properties.isCased
    }
    return result
  }

  /// The same as the filter `title` has it: a word begins after white space, a hyphen or an opening bracket.
  var headed: String {
    var result = ""
    var startsWord = true
    for scalar in unicodeScalars {
      let properties = scalar.properties
      result += startsWord ? properties.uppercaseMapping : properties.lowercaseMapping
      startsWord = scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar)
    }
    return result
  }

  /// A capital first letter and small ones after it.
  var capitalizedOnce: String {
    guard let first = unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping
      + String(Substring(unicodeScalars.dropFirst())).lowercased()
  }

  /// Small letters for capitals and capitals for small ones.
  var caseSwapped: String {
    var result = ""
    for scalar in unicodeScalars {
      let properties = scalar.properties
      result +=
        properties.isUppercase
        ? properties.lowercaseMapping
        : properties.isLowercase ? properties.uppercaseMapping : String(scalar)
    }
    return result
  }

  /// The text for comparing without regard to capitals.
  var caseFolded: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "ß", "ẞ": result += "ss"
      case "ς": result += "σ"
      default: result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// Whether there are letters with two forms and all of them are in the one that `isWanted` takes.
  private func isAll(_ isWanted: (Unicode.Scalar.Properties) -> Bool) -> Bool {
    var hasCase = false
    for scalar in unicodeScalars {
      let properties = scalar.properties
      let isCased =
        properties.isUppercase || properties.isLowercase
        || properties.generalCategory == .titlecaseLetter
      guard isCased else { continue }
      guard isWanted(properties) else { return false }
      hasCase = true
    }
    return hasCase
  }

  /// Whether all letters that have two forms are capitals.
  var isAllUpper: Bool { isAll(\.isUppercase) }

  /// Whether all letters that have two forms are small.
  var isAllLower: Bool { isAll(\.isLowercase) }

  /// Whether every word begins with a capital and goes on with small letters.
  var isAllTitled: Bool {
    var (isInWord, hasWord) = (false, false)
    for scalar in unicodeScalars {
      let properties = scalar.properties
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        guard !isInWord else { return false }
        (isInWord, hasWord) = (true, true)
      } else if properties.isLowercase {
        guard isInWord else { return false }
      } else {
        isInWord = false
      }
    }
    return hasWord
  }
}

extension Unicode.Scalar {
  /// Whether Python's `isalpha` takes it for a letter.
  var isPythonLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether Python's `isalnum` takes it.
  var isPythonAlphanumeric: Bool { isPythonLetter || properties.numericType != nil }

  /// Whether `\w` of Python's regular expressions takes it.
  var isPythonWord: Bool { self == "_" || isPythonAlphanumeric }
}
