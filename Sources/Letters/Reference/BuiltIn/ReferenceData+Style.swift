// Written from templates/reference/style.yaml by `make lexicon`; a test compares the two.

extension ReferenceData {
  static let styleFile = """
    inlineResources: 5
    yo: false
    """
}
