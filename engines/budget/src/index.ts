export {
  BUDGET_KINDS,
  type BudgetKind,
  type BudgetLine,
  type BudgetRules,
  SHARE_BASES,
  type ShareBase,
  type StageRule,
} from './budget-line.ts'
export { type AcquisitionCost, type CacCheck, cacCeiling, checkCac } from './ceilings/cac.ts'
export { checkFeeRatio, type FeeRatioCheck } from './ceilings/fee-ratio.ts'
export { type ChannelResult, type ChannelRule, type ChannelVerdict, judgeChannel } from './ceilings/judge-channel.ts'
export {
  BUDGET_CHANNELS,
  type BudgetChannel,
  channelNamed,
  findChannel,
  wideningChannels,
} from './channels/budget-channels.ts'
export { type DenominatorReading, type QuarterConflict, quarterConflicts } from './conflicts/quarter-conflicts.ts'
export { type BudgetTable, readBudgetTable, type TableProblem } from './import/read-budget-table.ts'
export { TABLE_FIELDS, type TableColumns, type TableField } from './import/table-columns.ts'
export {
  addBalances,
  type Balances,
  balanceOf,
  balancesOf,
  EMPTY_BALANCE,
  type LineBalance,
  trialBalance,
} from './ledger/balances.ts'
export { findVariances, type Variance, type VarianceLimits, type VarianceSubject } from './ledger/find-variances.ts'
export { legsOf } from './ledger/legs-of.ts'
export { checkRepeat, type LedgerError, type LedgerSubject, planDifference, postEntry } from './ledger/post-entry.ts'
export {
  ENTRY_KINDS,
  type EntryKind,
  LEDGER_STATES,
  type LedgerEntry,
  type LedgerState,
  type Leg,
  type Posting,
} from './ledger/posting.ts'
export { type BurstRemainder, burstRemainder } from './pacing/burst-remainder.ts'
export { checkDelivery, type DeliveryCheck, type DeliveryVerdict } from './pacing/check-pacing.ts'
export { nextDayCap } from './pacing/next-day-cap.ts'
export { type PacingDay, type PacingPlan, planPacing } from './pacing/plan-pacing.ts'
export { checkAgainstProfile, type ProfileDifference } from './profiles/check-profile.ts'
export type { BudgetProfile, ProfileFigure, ProfileShare, ProfileStage } from './profiles/profile.ts'
export { BUDGET_PROFILES, findProfile } from './profiles/profiles.ts'
export { linesOfProfile, rulesOfProfile } from './profiles/start-from-profile.ts'
export { applyReading } from './readings/apply-reading.ts'
export { type OpenLevel, openLevels } from './readings/open-shares.ts'
export { readShares } from './readings/read-shares.ts'
export type { OpenShare, ReadingNode, ShareReading } from './readings/share-reading.ts'
export {
  checkRelease,
  RELEASE_TRIGGERS,
  type ReleaseError,
  type ReleaseRequest,
  type ReleaseTrigger,
} from './reserve/check-release.ts'
export { type Release, type ReleaseStatus, type ReserveStatus, reserveStatus } from './reserve/reserve-status.ts'
export {
  assureResources,
  type CampaignResources,
  RESOURCE_KINDS,
  type ResourceGap,
  type ResourceKind,
  type ResourceNeed,
} from './resources/resource-gaps.ts'
export { runScenario } from './scenarios/run-scenario.ts'
export {
  NO_SHOCKS,
  type ScenarioBase,
  type ScenarioChannel,
  type ScenarioFigures,
  type ScenarioResult,
  type ScenarioShocks,
} from './scenarios/scenario.ts'
export { checkStages, pausedBy, type StageFinding, type StageOverride } from './stages/check-stages.ts'
export { checkMove, type MoveError } from './subsidy/check-move.ts'
export { type BatchEntry, type BatchMoney, batchMoney, settleBatch } from './subsidy/settle-batch.ts'
export {
  SUBSIDY_KINDS,
  type SubsidyBatch,
  type SubsidyKind,
  type SubsidyMove,
  subsidyValue,
} from './subsidy/subsidy-batch.ts'
export { addPositions, type SubsidyPosition, subsidyPosition } from './subsidy/subsidy-position.ts'
export type { BudgetFigures } from './tree/amount-book.ts'
export { BUDGET_ISSUE_CODES, type BudgetIssue, type BudgetIssueCode } from './tree/budget-issue.ts'
export { describeIssue, type IssueText } from './tree/issue-texts.ts'
export type { BudgetLevel } from './tree/levels.ts'
export { type ResolvedBudget, type ResolvedLine, resolveBudget } from './tree/resolve-budget.ts'
export type { SplitKind } from './tree/splits.ts'
