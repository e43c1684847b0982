import Foundation
import TestKit
import Testing

/// The built program is killed at random moments, five hundred times and more; nothing is lost, and nothing is done twice.
@Suite("Killed at any moment", .serialized)
struct KillTests {
  @Test(
    "after five hundred kills the work ends as if there had been none", .from(.ordinary),
    arguments: [UInt64(20_180_305)])
  func fiveHundred(seed: UInt64) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let (county, undisturbed) = try found(in: folder, claims: 1500)
      var random = Seeded(seed: seed)
      var kills: [Killer.Place: Int] = [:]
      var payoutsMissing = 0
      var walks = 0
      while killed(kills) < TestSize.volume(fast: 46, ordinary: 460, long: 4600) {
        try withScratchFolder(in: memoryFolder) { walk in
          var disturbed = try Disturbed(
            of: county, like: undisturbed, in: walk, place: memoryFolder, seed: random.next())
          try disturbed.work(killsPerStep: 5)
          kills.merge(disturbed.kills) { $0 + $1 }
          payoutsMissing += disturbed.payoutsMissing
        }
        walks += 1
      }
      let onDisk = try onDisk(seed: random.next())
      print("walks \(walks), kills in memory \(told(kills)), on the disk \(told(onDisk))")
      print("settlements recorded whose file was not written: \(payoutsMissing)")
      kills.merge(onDisk) { $0 + $1 }
      #expect(killed(kills) >= 500)
      #expect(kills[.before, default: 0] >= 50)
      #expect(kills[.inside, default: 0] >= 50)
      #expect(kills[.after, default: 0] >= 20)
    }
  }

  /// Some of it on the disk that the system's temporary files are on, where a commit waits for the disk.
  private func onDisk(seed: UInt64) throws -> [Killer.Place: Int] {
    try withScratchFolder { folder in
      let (county, undisturbed) = try found(in: folder, claims: 500)
      var kills: [Killer.Place: Int] = [:]
      var random = Seeded(seed: seed)
      while killed(kills) < 40 {
        try withScratchFolder { walk in
          var disturbed = try Disturbed(
            of: county, like: undisturbed, in: walk, place: memoryFolder,
            seed: random.next())
          try disturbed.work(killsPerStep: 3)
          kills.merge(disturbed.kills) { $0 + $1 }
        }
      }
      return kills
    }
  }

  /// Founds a county in a folder and does its work once.
  private func found(in folder: URL, claims: Int) throws -> (county: Office, undisturbed: Undisturbed) {
    let places = ["county", "undisturbed"].map { folder.appending(path: $0) }
    for place in places {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    let county = try Office(foundedIn: places[0], claims: claims)
    return (county, try Undisturbed(of: county, in: places[1]))
  }

  private func killed(_ kills: [Killer.Place: Int]) -> Int {
    kills.filter { $0.key != .tooLate }.values.reduce(0, +)
  }

  private func told(_ kills: [Killer.Place: Int]) -> String {
    Killer.Place.allCases.map { "\($0.rawValue) \(kills[$0, default: 0])" }.joined(separator: ", ")
  }
}
