export { ANSWER_FLAG, ANSWER_WORDS, type Answer, readAnswer } from './apply/answers.ts'
export { apply } from './apply/apply.ts'
export {
  type CapacityDemand,
  type CapacityPlan,
  type CapacitySupply,
  planCapacity,
  type TechnologyShare,
} from './capacity/plan-capacity.ts'
export { CART_OUTCOMES, type CartCount, type CartLosses, type CartOutcome, cartLosses } from './checkout/cart-losses.ts'
export { type CheckoutPath, type Reached, SAVED } from './checkout/checkout-path.ts'
export { type SavedGain, savedGains } from './checkout/saved-details.ts'
export { type CheckoutLosses, type StepLoss, stepLosses } from './checkout/step-losses.ts'
export {
  isAccepted,
  isDecided,
  RESULT,
  RESULT_CODES,
  type ResultCode,
  type ResultNumber,
  resultCodeOf,
} from './codes/result-code.ts'
export { RESULT_WORDS, type ResultWords } from './codes/result-words.ts'
export type { Place, SourceWords } from './door/known-places.ts'
export { showUpRate } from './door/show-up.ts'
export {
  type Asked,
  createTurnstile,
  DEFAULT_TURNSTILE,
  type Entry,
  enter,
  leave,
  noteLag,
  paceOf,
  passTurnstileTime,
  type Turnstile,
  type TurnstileOptions,
  type Waiting,
  waitFor,
} from './door/turnstile.ts'
export { DEFAULT_LINE, type LineOptions, type LineWait, waitingIn } from './door/waiting-line.ts'
export { checkFrame, type FrameCheck } from './frame/check-frame.ts'
export {
  type Command,
  type CommandBody,
  type CommandHead,
  type CommandOf,
  type Id,
  type Key,
  NO_SIGNALS,
  NO_TERMS,
  type Part,
  type ReserveLine,
  type ScorecardBin,
  type Signals,
  type Terms,
} from './frame/command.ts'
export { type CommandKind, ITEM_KIND, type ItemKind, KIND } from './frame/command-kind.ts'
export {
  clearFrame,
  createFrameWriter,
  encodeFrame,
  type FrameWriter,
  frameOf,
  writeCommand,
} from './frame/frame-writer.ts'
export { BOUNDS, LAYOUT_VERSION } from './frame/layout.ts'
export {
  DEFAULT_LATE_POLICY,
  LATE_REASONS,
  type LatePolicy,
  type LateReason,
  lateReason,
} from './fulfilment/late-parcel.ts'
export { type Delivery, promiseDelivery } from './fulfilment/promise.ts'
export { splitOrder, type UnitsToSend, type WarehouseShare } from './fulfilment/split-order.ts'
export { movedStock, type StockMove, type StockShort, stockMoves } from './fulfilment/stock-moves.ts'
export { type Carrier, transitDays, type Warehouse } from './fulfilment/warehouse.ts'
export { crc32cWords } from './journal/crc32c.ts'
export { decideDurably, instantFor } from './journal/decide-durably.ts'
export { type Disk, DiskFullError } from './journal/disk.ts'
export {
  appendFrame,
  closeSegment,
  createJournal,
  type Journal,
  type JournalFault,
  syncJournal,
} from './journal/journal.ts'
export { MemoryDisk } from './journal/memory-disk.ts'
export { pointOf } from './journal/point-of.ts'
export { JOURNAL_VERSION, RECORD, RECORD_KIND, type RecordHead } from './journal/record.ts'
export { filesOf, sequenceOfSegment, sequenceOfSnapshot, TEMPORARY_SUFFIX } from './journal/segment.ts'
export {
  type JudgedSeeding,
  judgeSeeding,
  SEEDING_STATES,
  type Seeding,
  type SeedingPost,
  type SeedingState,
  type SeedingSum,
  sumSeeding,
} from './launches/judge-seeding.ts'
export {
  BOOST_MAX,
  boostAt,
  type Ranked,
  type SearchBoost,
  type SearchPlace,
  searchOrder,
} from './launches/search-boost.ts'
export { lifeFaults } from './life/check-life.ts'
export { decideLife } from './life/decide-life.ts'
export type { Decided, Decision, LifeMoment } from './life/decision.ts'
export { dueCommands, nextDueAt } from './life/due-commands.ts'
export {
  LIFE_REFUSALS,
  type LifeAnswer,
  type LifeCommand,
  type LifeCommandKind,
  type LifeRefusal,
  type ParcelPlan,
} from './life/life-command.ts'
export { LIFE_EVENTS, type LifeEffect, type LifeEvent, type LifeEventKind } from './life/life-effect.ts'
export { DEFAULT_LIFE_POLICY, type LifePolicy } from './life/life-policy.ts'
export { duePayment, keptCents } from './life/money.ts'
export { openLife, type PlacedLife } from './life/open-life.ts'
export {
  type AfterSaleCase,
  CANCEL_REASONS,
  CASE_KINDS,
  CASE_STATES,
  type CancelReason,
  type CaseKind,
  type CaseState,
  EFFECT_KINDS,
  type EffectKind,
  LIFE_STAGES,
  type LifeLine,
  type LifeStage,
  type LineUnits,
  type OrderLife,
  PARCEL_STATES,
  type Parcel,
  type ParcelState,
  type Payment,
} from './life/order-life.ts'
export { unitsToPlan } from './life/units.ts'
export {
  checkLinearizable,
  type LinearizabilityResult,
  type Operation,
  type SequentialModel,
} from './linearizability/check-linearizable.ts'
export { type StockInput, type StockOutput, type StockState, stockModel } from './linearizability/stock-model.ts'
export { findKnee, type KneeRule, keepsUp, nextRate } from './load/find-knee.ts'
export { type LoadFigures, type LoadSample, loadFigures, type Percentiles } from './load/load-figures.ts'
export { GATE_CHECKS, type GateCheck, type LoadGoals, type LoadRun, loadGate } from './load/load-gate.ts'
export { type Bottleneck, nameBottleneck } from './load/name-bottleneck.ts'
export { LOAD_START, type LoadFrames, type OrderShape, orderFrames } from './load/order-frames.ts'
export {
  CALM,
  DEFAULT_SERVICE_POLICY,
  nextService,
  pressureOf,
  SERVICE_LEVELS,
  type ServiceLevel,
  type ServicePolicy,
  type ServiceReading,
  type ServiceState,
} from './load/service-level.ts'
export {
  type Attack,
  createSourceGuard,
  DEFAULT_GUARD,
  type GuardOptions,
  isUnderAttack,
  judgeSource,
  passGuardTime,
  quarantinedNow,
  type SourceGuard,
  type SourceVerdict,
  type Suspicion,
  suspect,
  trust,
} from './load/source-guard.ts'
export { arrivals, OPENING_SPIKE, STEADY, shapeOfMinutes, type TrafficShape } from './load/traffic-shape.ts'
export { advanceTo } from './orders/pass-time.ts'
export {
  ATTEMPT_STATES,
  type Attempt,
  type AttemptMove,
  type AttemptState,
  becomeUnsure,
  hearNotice,
  hearTruth,
  type Notice,
  overdue,
} from './payments/attempt.ts'
export { type Choice, chooseProvider, feeCents, type ProviderTerms } from './payments/choose-provider.ts'
export {
  DEFAULT_HEALTH,
  type HealthPolicy,
  letTimePass,
  newHealth,
  noteTry,
  type ProviderHealth,
  type TryOutcome,
} from './payments/provider-health.ts'
export {
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  type KnownRefund,
  reconcile,
  type StatementLine,
} from './payments/reconcile.ts'
export {
  NO_FAULTS,
  type ProviderFaults,
  type Reply,
  type SimulatedBooks,
  SimulatedProvider,
} from './payments/simulated-provider.ts'
export { deadlineOfRow, orderRowsUsed, stateOfRow, unitsOfRow } from './read/glance-order.ts'
export { type ItemStock, readItem } from './read/read-item.ts'
export { type Lapse, readLapses } from './read/read-lapses.ts'
export { type OrderLine, type OrderView, readOrder, readOrderRow } from './read/read-order.ts'
export type { Damage } from './recovery/damage.ts'
export { type OnReplay, type Recovered, type RecoveryReport, recover } from './recovery/recover.ts'
export { readRecord } from './recovery/scan-segment.ts'
export { judgeReminder, type ReminderCase, type ReminderVerdict } from './reminders/judge-reminder.ts'
export { type RecoveredMoney, recoveredMoney } from './reminders/recovered-money.ts'
export { reminderInstants } from './reminders/reminder-instants.ts'
export { type PayWindow, REMINDED_PARTS, type RemindedPart, type ReminderPlan } from './reminders/reminder-plan.ts'
export { areaUnderCurve, type Scored } from './risk/area-under-curve.ts'
export { averagePrecision } from './risk/average-precision.ts'
export { type DailyCase, dailyPrecision } from './risk/daily-precision.ts'
export { FEATURE, FEATURE_COUNT, type FeatureName, readFeatures } from './risk/features.ts'
export { fitLogistic, type LogisticData, type LogisticFit, type LogisticOptions } from './risk/fit-logistic.ts'
export { historyWord, NO_PROFILE, noteOrder, noteOutcome, type RiskProfile, type RiskProfiles } from './risk/history.ts'
export { type PreviewedOrder, previewThresholds, type ThresholdPreview } from './risk/preview-thresholds.ts'
export { type PastRequest, replayFeatures } from './risk/replay-features.ts'
export {
  DEFAULT_TRAINING,
  type LabelledOrder,
  scorecardWords,
  scoreWith,
  type TrainingOptions,
  trainScorecard,
} from './risk/train-scorecard.ts'
export { coreArrays } from './snapshot/core-arrays.ts'
export { digestOf } from './snapshot/digest-of.ts'
export { SNAPSHOT_VERSION, type SnapshotPoint } from './snapshot/snapshot.ts'
export { truncateJournal, writeSnapshot } from './snapshot/write-snapshot.ts'
export {
  claimLease,
  endLease,
  type Holder,
  type Lease,
  type LeaseRefusal,
  nameFollower,
  renewLease,
} from './standby/lease.ts'
export {
  DEFAULT_LEAVE_POLICY,
  decideLeave,
  fullSinceAt,
  isFullSite,
  LEAVE_REASONS,
  type LeaveLook,
  type LeavePolicy,
  type LeaveReason,
  roomOf,
  type SiteLoad,
  type SiteRoom,
  type StayReason,
} from './standby/leave-site.ts'
export { type Admission, createAdmission } from './state/admission.ts'
export { type BundleParts, coreFaults } from './state/core-faults.ts'
export { clearEvents, EVENT, type EventKind, type EventLog } from './state/event-log.ts'
export { type AdmissionOptions, DEFAULT_OPTIONS, SMALL_OPTIONS } from './state/options.ts'
export { type ResizeFault, resizeCore, sameCore } from './state/resize.ts'
export type { OrderState } from './tables/order-rows.ts'
