import Deflate
import Jinja

/// What writing a part needs to know of it beside its program: what the numbers of sites and hooks lead to.
final class PartLayout: TemplateUnit {
  let part: String
  let sites: [TagSite]
  let hooks: [Hook]
  let markup: PartMarkup
  /// Whether CR LF in a value is a line feed in the text before the line break, as docxtpl has it.
  let keepsCarriageReturns: Bool
  /// The bytes of the part that are the same in every rendering.
  let constants: Constants

  init(
    part: String, sites: [TagSite] = [], hooks: [Hook] = [],
    markup: PartMarkup = PartMarkup(prefix: "w:"),
    constants: Constants = Constants([], []),
    keepsCarriageReturns: Bool = false
  ) {
    self.part = part
    self.sites = sites
    self.hooks = hooks
    self.markup = markup
    self.constants = constants
    self.keepsCarriageReturns = keepsCarriageReturns
  }
}
