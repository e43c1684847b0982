/// The files of `Rules/`, embedded as they are.
///
/// A module of their own because the optimiser passes over these arrays again with every change beside them:
/// among the sources of `Rules` they doubled its release build.
package enum RuleFiles {
  /// `Rules/wei-county-2017.json`
  package static var weiCounty2017: [UInt8] { PackageResources.wei_county_2017_json }
  /// `Rules/wei-county-2017-by-band.json`
  package static var weiCounty2017ByBand: [UInt8] { PackageResources.wei_county_2017_by_band_json }
  /// `Rules/scheme.schema.json`
  package static var schemeSchema: [UInt8] { PackageResources.scheme_schema_json }
  /// `Rules/public-holidays.json`
  package static var publicHolidays: [UInt8] { PackageResources.public_holidays_json }
}
