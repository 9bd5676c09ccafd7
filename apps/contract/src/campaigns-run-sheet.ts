import { z } from 'zod'
import { RunItem } from './campaigns-entry-work.ts'
import { CampaignInstant } from './campaigns-words.ts'

export const RUN_STATES = ['planned', 'waiting', 'running', 'late', 'done', 'skipped', 'failed'] as const

export const RunSheetLine = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(RUN_STATES),
  /** Minutes after its planned end; 0 in time. */
  lateMinutes: z.number().int(),
  body: RunItem,
})
export type RunSheetLine = z.infer<typeof RunSheetLine>

/** GET …/campaigns/{campaign}/run-sheet */
export const RunSheet = z.object({
  campaign: z.string(),
  name: z.string(),
  at: CampaignInstant,
  lines: z.array(RunSheetLine),
  now: z.array(RunSheetLine),
  next: RunSheetLine.nullable(),
  late: z.number().int(),
  failed: z.number().int(),
})
export type RunSheet = z.infer<typeof RunSheet>

/** POST …/campaigns/{campaign}/run-sheet/shift — everything from `fromAt` on that is still to come. */
export const ShiftRunSheet = z.object({
  fromAt: CampaignInstant,
  minutes: z.number().int().min(-1440).max(1440),
  reason: z.string().trim().max(300).default(''),
})
export type ShiftRunSheet = z.input<typeof ShiftRunSheet>
