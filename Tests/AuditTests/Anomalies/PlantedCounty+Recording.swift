import Casebook
import Foundation
import Journal
import Rules
import TestKit
import Units

extension PlantedCounty {
  /// Records all of it in a casebook in a folder, step by step as the offices do.
  func record(in folder: URL) throws -> (book: Casebook, numbers: [Int]) {
    var actors: [(name: String, role: Role, person: String?)] = []
    for village in 0..<PlantedCounty.villages {
      actors.append((PlantedCounty.clerk(village), .village, "PC\(village)"))
    }
    actors += [("committee", .village, "PV"), ("township", .township, nil), ("insurer", .insurer, nil)]
    actors += [("cashier", .insurer, nil)]
    actors += PlantedCounty.departments.map { ($0, .department, nil) }
    actors += PlantedCounty.approvers.map { ($0, .county, nil) }
    let county = try CountyBook(in: folder, actors: actors)
    try recordRegister(county)
    let numbers = try declare(county)
    try county.screen(.medical, medical, on: "2018-06-30")
    try county.screen(.education, schooling, on: "2018-06-30")
    try county.batch(batch, on: "2018-06-30")
    try walk(county, numbers)
    try county.take(.members, lateMembers, on: "2018-09-01")
    return (county.book, numbers)
  }

  /// Records it in a folder of its own and hands over the casebook, with the number of each plan's case.
  func withBook(_ body: (Casebook, [Int]) throws -> Void) throws {
    try withScratchFolder { folder in
      let (book, numbers) = try record(in: folder)
      try body(book, numbers)
    }
  }

  private func recordRegister(_ county: CountyBook) throws {
    try county.take(
      .households, homes.indices.map { register(homes[$0], assets[$0]) }, on: "2018-03-01")
    let people = homes.flatMap { home in
      home.persons.enumerated().map { index, serial in
        "P\(serial),\(home.id),王\(serial % 7),\(Invented.residentID(serial)),\(index == 0 ? "户主" : "配偶"),,"
          + (index == 0 ? home.account : "")
      }
    }
    try county.take(.members, people + moreMembers, on: "2018-03-01")
    for revision in revisions {
      try county.take(revision.kind, revision.rows, revising: true, on: revision.day)
    }
  }

  private func declare(_ county: CountyBook) throws -> [Int] {
    var numbers = [Int](repeating: 0, count: plans.count)
    for (clerk, own) in Dictionary(grouping: plans.indices, by: { plans[$0].clerk }).sorted(by: {
      $0.key < $1.key
    }) {
      for (day, some) in Dictionary(grouping: own, by: { plans[$0].day }).sorted(by: { $0.key < $1.key }) {
        let opened = try county.act(clerk, on: "\(day.adding(days: 3) ?? day)") {
          (recording) throws(CasebookError) in
          var opened: [(Int, Int)] = []
          for index in some { opened.append((index, try recording.declare(declaration(plans[index])))) }
          return opened
        }
        for (index, number) in opened { numbers[index] = number }
      }
    }
    return numbers
  }

  private func declaration(_ plan: Plan) -> Declaration {
    let home = homes[plan.home]
    var declaration = Declaration(
      household: home.id, peril: plan.peril, cause: plan.peril == "illness" ? "inpatient" : nil,
      incurredOn: plan.day,
      total: Yuan(fen: plan.amount), compensated: false,
      declarant: PersonalData(
        name: "王\(home.persons[0] % 7)", residentID: Invented.residentID(home.persons[0]),
        bankAccount: plan.account ?? home.account))
    declaration.another = "a second stay"
    return declaration
  }

  private func walk(_ county: CountyBook, _ numbers: [Int]) throws {
    let screened = try county.book.cases().filter { $0.way == .screen }.map(\.number)
    let all = numbers.filter { $0 > 0 } + screened
    for (asset, department) in zip(Scheme.Asset.allCases, PlantedCounty.departments) {
      try county.act(department, on: "2018-07-05") { (recording) throws(CasebookError) in
        for (plan, number) in zip(plans, numbers) where plan.answerer == nil {
          try recording.verify(number, asset, count: plan.answers[asset.rawValue])
        }
        for number in screened { try recording.verify(number, asset, count: asset == .dwellings ? 1 : 0) }
      }
    }
    for (plan, number) in zip(plans, numbers) {
      guard let answerer = plan.answerer else { continue }
      try county.act(answerer, on: "2018-07-05") { (recording) throws(CasebookError) in
        for asset in Scheme.Asset.allCases {
          try recording.verify(number, asset, count: plan.answers[asset.rawValue])
        }
      }
    }
    func each(_ actor: String, _ day: String, _ step: (Recording, Int) throws(CasebookError) -> Void) throws {
      try county.act(actor, on: day) { (recording) throws(CasebookError) in
        for number in all { try step(recording, number) }
      }
    }
    try each("insurer", "2018-07-06") { (r, number) throws(CasebookError) in try r.visit(number, finding: nil)
    }
    try each("committee", "2018-07-07") { (r, number) throws(CasebookError) in
      try r.appraise(number, supports: true, comment: nil)
    }
    try each("committee", "2018-07-07") { (r, number) throws(CasebookError) in try r.disclose(number) }
    try each("township", "2018-07-15") { (r, number) throws(CasebookError) in try r.confirm(number) }
    let last = try approve(county, numbers, screened)
    try county.act("cashier", on: "2018-07-20", at: last) { (recording) throws(CasebookError) in
      _ = try recording.settle([])
    }
  }

  /// Each approver sits through the own cases, one after another.
  private func approve(_ county: CountyBook, _ numbers: [Int], _ screened: [Int]) throws -> Int64 {
    var clock: Int64 = 3600
    for approver in PlantedCounty.approvers {
      for (index, plan) in plans.enumerated() where plan.approver == approver {
        clock += plan.gap
        try county.act(approver, on: "2018-07-16", at: clock) { (recording) throws(CasebookError) in
          _ = try recording.approve(numbers[index])
        }
      }
      clock += 20 * 3600
    }
    for number in screened {
      clock += 200
      try county.act("qian", on: "2018-07-17", at: clock) { (recording) throws(CasebookError) in
        _ = try recording.approve(number)
      }
    }
    return clock + 3600
  }
}
