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
