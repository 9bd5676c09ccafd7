import { z } from 'zod'

/** 蓄水, 预热, 爆发, 收尾, 长尾, 复盘 */
export const CAMPAIGN_PHASES = ['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'] as const
export const CampaignPhase = z.enum(CAMPAIGN_PHASES)
export type CampaignPhase = z.infer<typeof CampaignPhase>

/** Written, approved, in a phase, put away. */
export const CAMPAIGN_STATES = ['draft', 'approved', ...CAMPAIGN_PHASES, 'archived'] as const
export const CampaignState = z.enum(CAMPAIGN_STATES)
export type CampaignState = z.infer<typeof CampaignState>

/** Who works on a campaign (P3.21). */
export const CAMPAIGN_TEAMS = [
  'operations',
  'design',
  'content',
  'technology',
  'service',
  'product',
  'logistics',
  'finance',
  'media',
  'members',
  'merchant',
] as const
export const CampaignTeam = z.enum(CAMPAIGN_TEAMS)
export type CampaignTeam = z.infer<typeof CampaignTeam>

/** Years that calendars know; a day outside them is a typing error. */
const isOfTheCentury = (text: string): boolean => text >= '2000' && text < '2100'
export const CampaignDay = z.iso.date().refine(isOfTheCentury, 'a day from 2000 to 2099')
export const CampaignInstant = z.iso.datetime({ offset: true }).refine(isOfTheCentury, 'a moment from 2000 to 2099')
export const CampaignCents = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** A name as it is written: a person, a role, a supplier. */
export const CampaignName = z.string().trim().max(80)

/** A phase on its days, half-open; it begins `startMinute` minutes after midnight of `from` and lasts until the next begins. */
export const PhaseWindow = z.object({
  phase: CampaignPhase,
  wave: z.number().int().min(1).max(9),
  from: CampaignDay,
  to: CampaignDay.describe('first day after it'),
  startMinute: z.number().int().min(0).max(1439).default(0),
})
export type PhaseWindow = z.infer<typeof PhaseWindow>

/** Why something is refused or red, in both languages. */
export const CampaignReason = z.object({ code: z.string(), zh: z.string(), en: z.string() })
export type CampaignReason = z.infer<typeof CampaignReason>
