import Jinja
import WordprocessingML
import XML

extension TagMarkup {
  /// Makes tags of Word's own placeholders.
  mutating func addPlaceholders() {
    let found = WordPlaceholders(tree: tree, paragraphs: paragraphs)
    for repetition in found.repetitions {
      before[repetition.item, default: []].append(
        append(made(.statement, repetition.opening, at: repetition.item)))
      after[repetition.item, default: []].append(
        append(made(.statement, "endfor", at: repetition.item)))
    }
    for variable in found.variables {
      var tag = made(.output, variable.expression, at: variable.element)
      tag.anchor = variable.element
      standIns[variable.element] = append(tag)
    }
    for check in found.checks {
      guard
        let value = tree.tree.attributeBytes(of: check.element).first(where: {
          tree.tree.names[$0.name].local == "val"
        })
      else { continue }
      let tag = append(made(.output, check.expression, at: check.element, .attribute))
      attributes[check.element, default: []].append(
        AttributeText(name: value.name, value: Array(value.value), items: [.tag(tag)]))
    }
    dropped.formUnion(found.dropped)
    unwrapped.formUnion(found.unwrapped)
  }

  /// A tag that says in the language what a placeholder means.
  private func made(
    _ kind: TemplateSource.Tag.Kind, _ text: String, at node: XMLTree.NodeID, _ form: Form = .text
  ) -> FoundTag {
    let around = max(paragraphs.index(from: node + 1) - 1, 0)
    return FoundTag(
      kind: kind, text: Array(text.utf8),
      place: TemplatePart.TagPlace(paragraph: around, innerStart: 0, whole: 0..<0, isMade: true),
      form: form)
  }
}
