import { z } from 'zod'
import { CampaignEntry } from './campaigns-entries.ts'
import {
  CampaignCents,
  CampaignDay,
  CampaignInstant,
  CampaignName,
  CampaignPhase,
  CampaignReason,
  CampaignState,
  CampaignTeam,
  PhaseWindow,
} from './campaigns-words.ts'

const Title = z.string().trim().min(1).max(200)
const Text = z.string().max(5000)

export const BRAND_TONES = ['value', 'premium', 'playful', 'caring'] as const
export const CAMPAIGN_SIZES = ['large', 'medium', 'small'] as const
export const GOODS_ROLES = ['hero', 'traffic', 'profit', 'clearance', 'gift'] as const

/** What a campaign is for; `goals` are cells of the plan's goal tree, `targetCents` is its own paid amount. */
export const CampaignGoal = z.object({
  plan: z.string().max(80).nullable().default(null),
  goals: z.array(z.string().max(120)).max(50).default([]),
  targetCents: CampaignCents.nullable().default(null),
})

/** What a person writes (P3.15). Work, run sheet, pages and the rest hang on it as entries. */
export const CampaignBody = z.object({
  name: Title,
  /** Occasion of the calendar that it follows, and the event of the plan. */
  occasion: z.string().max(80).nullable().default(null),
  event: z.string().max(80).nullable().default(null),
  template: z.string().max(80).nullable().default(null),
  size: z.enum(CAMPAIGN_SIZES).default('medium'),
  mainDay: CampaignDay,
  windows: z.array(PhaseWindow).min(1).max(30),
  overlapRule: z.enum(['closingFirst', 'longTailFirst']).default('closingFirst'),
  goal: CampaignGoal.default({ plan: null, goals: [], targetCents: null }),
  audience: Text.default(''),
  segments: z
    .array(z.object({ name: z.string().trim().min(1).max(120), people: z.number().int().min(0).nullable() }))
    .max(50)
    .default([]),
  theme: Text.default(''),
  /** What is said to buyers, for the novelty check. */
  copy: Text.default(''),
  tone: z.enum(BRAND_TONES).default('value'),
  goods: z
    .array(z.object({ itemId: z.string().min(1).max(80), role: z.enum(GOODS_ROLES) }))
    .max(2000)
    .default([]),
  promotions: z.array(z.string().max(80)).max(200).default([]),
  /** Gameplay by the names of the promotion engine's presets. */
  mechanics: z.array(z.string().max(80)).max(60).default([]),
  channels: z.array(z.string().max(80)).max(60).default([]),
  budgetCents: CampaignCents.nullable().default(null),
  budgetLines: z.array(z.string().max(120)).max(100).default([]),
  team: z
    .array(z.object({ team: CampaignTeam, lead: CampaignName.min(1), deliverable: z.string().max(500).default('') }))
    .max(30)
    .default([]),
  plansB: z
    .array(z.object({ trigger: Title, action: Title, owner: CampaignName.min(1) }))
    .max(50)
    .default([]),
  /** Written in the review. */
  review: Text.default(''),
  note: Text.default(''),
})
export type CampaignBody = z.infer<typeof CampaignBody>

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')

/** POST /v1/stores/{store}/campaigns — from a template, from a campaign of before, or written out. */
export const CreateCampaign = z.object({
  id: Id.optional(),
  name: Title,
  template: z.string().max(80).optional(),
  copyOf: z.string().max(80).optional(),
  /** Not needed where the template follows an occasion of `year`. */
  mainDay: CampaignDay.optional(),
  year: z.number().int().min(2000).max(2099).optional(),
  targetCents: CampaignCents.optional(),
  budgetCents: CampaignCents.optional(),
  /** Who leads each team: they answer for its work from the start. */
  team: z
    .array(z.object({ team: CampaignTeam, lead: CampaignName.min(1) }))
    .max(30)
    .default([]),
})
export type CreateCampaign = z.input<typeof CreateCampaign>

/** PUT …/campaigns/{campaign} */
export const ChangeCampaign = CampaignBody.extend({
  revision: z.number().int().min(1),
  reason: z.string().trim().max(300).default(''),
})
export type ChangeCampaign = z.input<typeof ChangeCampaign>

/** One thing that must hold before a state is entered. `none`: not asked for here. */
export const EntryCheck = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  state: z.enum(['green', 'red', 'none']),
  reasons: z.array(CampaignReason),
})
export type EntryCheck = z.infer<typeof EntryCheck>

/** What a team said before a phase; the newest word of each team counts. */
export const CampaignSignature = z.object({
  phase: CampaignPhase,
  wave: z.number().int(),
  team: CampaignTeam,
  name: z.string(),
  decision: z.enum(['go', 'noGo']),
  note: z.string(),
  at: z.string(),
})
export type CampaignSignature = z.infer<typeof CampaignSignature>

/** The next step of a campaign, and what stands in its way. */
export const NextStep = z.object({
  state: CampaignState,
  wave: z.number().int(),
  /** When the clock asks for it; null for a step that a person takes. */
  dueAt: CampaignInstant.nullable(),
  isDue: z.boolean(),
  checks: z.array(EntryCheck),
  signaturesNeeded: z.array(CampaignTeam),
})
export type NextStep = z.infer<typeof NextStep>

export const CampaignSummary = z.object({
  id: z.string(),
  name: z.string(),
  template: z.string().nullable(),
  size: z.enum(CAMPAIGN_SIZES),
  state: CampaignState,
  wave: z.number().int(),
  /** Where the clock stands, whatever the checks say; null before the first phase and after the last. */
  clockPhase: z.object({ phase: CampaignPhase, wave: z.number().int() }).nullable(),
  mainDay: CampaignDay,
  windows: z.array(PhaseWindow),
  next: z
    .object({
      state: CampaignState,
      wave: z.number().int(),
      dueAt: CampaignInstant.nullable(),
      green: z.number().int(),
      red: z.number().int(),
    })
    .nullable(),
  targetCents: CampaignCents.nullable(),
  budgetCents: CampaignCents.nullable(),
  tasks: z.object({ all: z.number().int(), done: z.number().int(), overdue: z.number().int() }),
  revision: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
})
export type CampaignSummary = z.infer<typeof CampaignSummary>

/** What happened to a campaign, newest first. */
export const CampaignMove = z.object({
  sequence: z.number().int(),
  from: CampaignState,
  to: CampaignState,
  wave: z.number().int(),
  /** A blocked step names what was red. */
  blockedBy: z.array(z.string()),
  by: z.string(),
  at: z.string(),
  note: z.string(),
})
export type CampaignMove = z.infer<typeof CampaignMove>

export const CampaignDetail = CampaignSummary.extend({
  body: CampaignBody,
  schedule: z.array(CampaignReason.extend({ broken: z.boolean() })),
  step: NextStep.nullable(),
  signatures: z.array(CampaignSignature),
  moves: z.array(CampaignMove),
  entries: z.array(CampaignEntry),
  request: z.string().nullable().describe('the approval that waits'),
})
export type CampaignDetail = Omit<z.infer<typeof CampaignDetail>, 'entries'> & { entries: CampaignEntry[] }

/** GET …/campaigns */
export const CampaignQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: CampaignState.optional(),
})
export type CampaignQuery = z.input<typeof CampaignQuery>

/** POST …/campaigns/{campaign}/move — to the next state; which one is said, so that nobody moves twice. */
export const MoveCampaign = z.object({
  to: CampaignState,
  wave: z.number().int().min(1).default(1),
  note: z.string().trim().max(2000).default(''),
})
export type MoveCampaign = z.input<typeof MoveCampaign>

export const CampaignMoved = z.object({
  performed: z.boolean(),
  request: z.string().nullable(),
  campaign: CampaignDetail,
})

/** POST …/campaigns/{campaign}/sign */
export const SignCampaign = z.object({
  phase: CampaignPhase,
  wave: z.number().int().min(1).default(1),
  team: CampaignTeam,
  decision: z.enum(['go', 'noGo']),
  note: z.string().trim().max(2000).default(''),
})
export type SignCampaign = z.input<typeof SignCampaign>

/** GET /v1/campaign-templates */
export const CampaignTemplateInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  aboutZh: z.string(),
  aboutEn: z.string(),
  occasion: z.string().nullable(),
  size: z.enum(CAMPAIGN_SIZES),
  tasks: z.number().int(),
  runItems: z.number().int(),
  pages: z.number().int(),
})
export type CampaignTemplateInfo = z.infer<typeof CampaignTemplateInfo>
