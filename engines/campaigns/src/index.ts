export type { CampaignClock, ClockedCampaign, Standing } from './clock/campaign-clock.ts'
export { dayTargets } from './clock/day-targets.ts'
export { burstOpenings, type LastTime, lastTime, sameCampaignDay } from './clock/last-time.ts'
export { sellingDays } from './clock/selling-days.ts'
export { standingAt, standingOn } from './clock/standing-at.ts'
export {
  type CampaignView,
  CONFLICT_LIMITS,
  type Conflict,
  type ConflictLimits,
  isBlocking,
} from './conflicts/conflict.ts'
export { findConflicts } from './conflicts/find-conflicts.ts'
export { sayConflict } from './conflicts/say-conflict.ts'
export { CONTACT_CHANNELS, type Contact, type ContactChannel } from './contacts/contact.ts'
export { type BeforeAfter, type MeasuredEffect, measureEffect } from './effects/before-after.ts'
export { type GroupResult, type HoldOutLift, holdOutLift } from './effects/hold-out.ts'
export { type DayFigure, type JointEffect, jointEffects } from './effects/joint-effect.ts'
export type { Enrolment, Threshold } from './enrolment/enrolment.ts'
export { type Projection, projectThreshold, RECENT_DAYS, type ThresholdDay } from './enrolment/project-threshold.ts'
export { goodsProblems, rectifyId, rectifyTasks } from './enrolment/rectify.ts'
export { actOnEntry, type EntryAct } from './entries/act-on-entry.ts'
export { checkEntry, type EntryWorld } from './entries/check-entry.ts'
export { type Entry, type EntryBodies, type EntryKind, entriesOf } from './entries/entry-kinds.ts'
export { type EffectVerdict, judgeEffect } from './initiatives/judge-effect.ts'
export { type Milestone, markMilestone, readMilestones } from './initiatives/milestones.ts'
export type { PhaseAction } from './library/phase-action.ts'
export { actionsFor, PHASE_ACTIONS } from './library/phase-actions.ts'
export { type PlaceOptions, placeActions, type TeamLeads } from './library/place-actions.ts'
export {
  type CampaignFace,
  checkNovelty,
  type Likeness,
  likenessOf,
  NOVELTY_PARTS,
  NOVELTY_THRESHOLD,
  NOVELTY_WEIGHTS,
  type NoveltyPart,
} from './novelty/novelty.ts'
export { sharedShare, textSimilarity } from './novelty/similarity.ts'
export { BRAND_TONES, type BrandTone, suggestGameplay, TONE_FAMILIES } from './novelty/suggest-gameplay.ts'
export {
  judgePage,
  LOADS_MIN,
  PAGE_FAULTS,
  type PageBudget,
  type PageFault,
  type PageLoads,
  type PageVerdict,
} from './page-speed/judge-page.ts'
export {
  CAMPAIGN_PAGE_KINDS,
  type CampaignPage,
  type CampaignPageKind,
  PAGE_STAGES,
  type PageStage,
  type PageTest,
  pageStage,
} from './pages/campaign-page.ts'
export { checkRelease } from './pages/check-release.ts'
export {
  compareSupply,
  SUPPLY_PIECES_MIN,
  type SupplyDecision,
  type SupplyFigures,
  type SupplyOption,
} from './partners/compare-supply.ts'
export {
  type ContractStanding,
  type ContractState,
  type ContractTerm,
  contractStanding,
  RENEWAL_LEAD_DAYS,
} from './partners/contract-standing.ts'
export { type LevelGrain, type LevelPeriod, levelPeriods } from './partners/level-periods.ts'
export { proposeRenewal, RENEWAL_LIMITS, type RenewalProposal } from './partners/propose-renewal.ts'
export { type LevelOutcome, type LevelVerdict, type PartnerScore, scorePartner } from './partners/score-partner.ts'
export { checkPhases, isBrokenSchedule, type PhaseFinding } from './phases/check-phases.ts'
export { joinWindows, type LooseWindow } from './phases/join-windows.ts'
export {
  CAMPAIGN_PHASES,
  type CampaignPhase,
  MINUTES_OF_DAY,
  type PhaseWindow,
  type ShopMoment,
  WAVE_PHASES,
} from './phases/phase.ts'
export { endOf, minutesBetween, startOf, windowIndexAt } from './phases/phase-at.ts'
export { PHASE_NAMES, sayPhaseFinding } from './phases/say-phase-finding.ts'
export {
  OVERLAP_RULES,
  type OverlapRule,
  PHASE_LENGTHS,
  type PhaseLengths,
  type ScheduleOptions,
  scheduleOccasion,
  schedulePhases,
} from './phases/schedule-phases.ts'
export { type DayBounds, PHASE_TOLERANCES, type PhaseTolerances } from './phases/tolerances.ts'
export { ATTESTATION_KINDS, type Attestation, type AttestationKind, type Drill } from './readiness/attestation.ts'
export type {
  CampaignFacts,
  CampaignPlan,
  CampaignSize,
  LinkedPromotion,
  OpenAfterSale,
  Signature,
} from './readiness/campaign-facts.ts'
export { ATTESTATIONS_NEEDED } from './readiness/checks/attestation-checks.ts'
export { newestWord, SIGNATURES_NEEDED, signaturesNeeded } from './readiness/checks/signature-check.ts'
export type { EntryCheck } from './readiness/entry-check.ts'
export { blockersOfGo, ENTRY_CHECKS, entryChecks } from './readiness/gate.ts'
export { type Training, trainingGaps } from './readiness/training.ts'
export { type Done, type Reason, reason } from './reason.ts'
export { forecastReservoir, type ReservoirForecast, type ReservoirSource } from './reservoir/reservoir.ts'
export { dueItems, unfinishedItems } from './run-sheet/due-items.ts'
export {
  inRunOrder,
  plannedEnd,
  RUN_ACTIONS,
  type RunAction,
  type RunItem,
  type RunMark,
} from './run-sheet/run-item.ts'
export { RUN_STATES, type RunLine, type RunState, runSheetView, runStateOf } from './run-sheet/run-sheet-view.ts'
export { BURST_RUN_SHEET, type RunTemplateItem } from './run-sheet/run-template.ts'
export { shiftItems } from './run-sheet/shift-items.ts'
export { bidCeiling, checkPaidPrice, type SlotResult } from './slots/bid-ceiling.ts'
export { checkSlot, doubleBookings } from './slots/check-slot.ts'
export { type Auction, SLOT_KINDS, type SlotBooking, type SlotKind } from './slots/slot-booking.ts'
export {
  CAMPAIGN_STATES,
  type CampaignPlace,
  type CampaignState,
  isPhase,
  nextPlace,
  samePlace,
  windowOf,
} from './states/campaign-state.ts'
export { beginsAt, type MoveRefusal, moveCampaign } from './states/move-campaign.ts'
export { CAMPAIGN_TEAMS, type CampaignTask, type CampaignTeam, type WithId } from './tasks/campaign-task.ts'
export { checkTask } from './tasks/check-task.ts'
export { type HandOver, handOvers } from './tasks/hand-over.ts'
export { taskNetwork } from './tasks/task-network.ts'
export type { CampaignTemplate } from './templates/campaign-template.ts'
export { copyEntries } from './templates/copy-entries.ts'
export { type CampaignDraft, type InstantiateCampaign, instantiateCampaign } from './templates/instantiate-template.ts'
export { CAMPAIGN_TEMPLATES, findTemplate } from './templates/template-library.ts'
export { drillsFor, pagesFor, trainingsFor } from './templates/template-parts.ts'
