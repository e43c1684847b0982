import Batch
import Claims
import Rules
import Units

/// The closing summary of a run: by outcome, reason and peril, with totals, and what the run was made under.
struct AdjudicationReport {
  private let summary: AdjudicationSummary
  private let request: AdjudicationRequest

  init(_ summary: AdjudicationSummary, _ request: AdjudicationRequest) {
    self.summary = summary
    self.request = request
  }

  var text: Wording { Wording(zh: "", en: "") }
}
