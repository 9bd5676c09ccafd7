export { BALANCE_LINE, balanceSql, countBothSql, fillItemsSql } from './balance-orders.ts'
export {
  type Beside,
  completeBesideSql,
  createBesideSql,
  handOverSql,
  silentColumnsSql,
} from './beside-statements.ts'
export { dayInFileName } from './day-in-file-name.ts'
export { detectDateOrder } from './detect-date-order.ts'
export type { FieldKind, KindOptions } from './field-kind.ts'
export { IMPORT_FORMATS } from './formats/index.ts'
export { type GuessedMapping, guessMapping } from './guess-mapping.ts'
export { headerFingerprint } from './header-fingerprint.ts'
export type { DerivedRows, ImportFormat } from './import-format.ts'
export { type ImportOptionDeclaration, importOptionsOf } from './import-options.ts'
export {
  type ImportPlan,
  missingFields,
  type PlanInput,
  type PlannedField,
  planDerived,
  planImport,
} from './import-plan.ts'
export type { ImportField, ImportTarget } from './import-target.ts'
export { BLANK_WORDS } from './kinds/blank.ts'
export { FIELD_KINDS, type FieldKindId } from './kinds/index.ts'
export { locateHeader } from './locate-header.ts'
export { type MappedColumn, mapByFormat } from './map-by-format.ts'
export { neutralValue } from './neutral-value.ts'
export { type PartForm, type PartReading, type PartSource, readPart } from './part-reading.ts'
export {
  countNewSql,
  createRepeatsSql,
  dayColumnOf,
  deriveSql,
  findRepeatsSql,
  type PublishInput,
  type PublishNames,
  publishSql,
  type Slice,
  storedRange,
} from './publish-statements.ts'
export { findFormat, recogniseFormat, recogniseHeadless } from './recognise-format.ts'
export { REJECT_REASONS, type RejectCode, reasonOf } from './reject-reasons.ts'
export { createStageSql, faultsOf, type RowFault, STAGE_META, stageStatement } from './stage-statement.ts'
export { IMPORT_TARGETS } from './targets/index.ts'
