import { z } from 'zod'
import { CampaignDay, CampaignInstant, CampaignName, CampaignPhase, CampaignTeam } from './campaigns-words.ts'

const Title = z.string().trim().min(1).max(200)
const Text = z.string().max(5000)
const Ids = z.array(z.string().max(80)).max(100)
const Done = {
  at: CampaignInstant,
  by: CampaignName,
}

/** One piece of work. `dueDay` is its last day; exactly one person is accountable (RACI, P3.21). */
export const CampaignTask = z.object({
  title: Title,
  team: CampaignTeam,
  phase: CampaignPhase,
  accountable: CampaignName.default(''),
  responsible: z.array(CampaignName).max(20).default([]),
  consulted: z.array(CampaignName).max(20).default([]),
  informed: z.array(CampaignName).max(20).default([]),
  startDay: CampaignDay.nullable().default(null),
  dueDay: CampaignDay,
  workdays: z.number().int().min(0).max(200).default(1),
  dependsOn: Ids.default([]),
  deliverable: Text.default(''),
  /** The action of the library that it came from. */
  action: z.string().max(80).nullable().default(null),
  started: z.object(Done).nullable().default(null),
  finished: z
    .object({ ...Done, proof: z.string().max(2000) })
    .nullable()
    .default(null),
})
export type CampaignTask = z.infer<typeof CampaignTask>

export const RUN_ACTIONS = ['manual', 'checkPromotion', 'stopPromotion', 'startPlaybook'] as const

/** A line of the run sheet. `check`: how one sees that it is done. The clock fires it; a person or the system says how it went. */
export const RunItem = z.object({
  title: Title,
  at: CampaignInstant,
  minutes: z.number().int().min(0).max(1440).default(5),
  team: CampaignTeam,
  owner: CampaignName.default(''),
  action: z.enum(RUN_ACTIONS).default('manual'),
  promotion: z.string().max(80).nullable().default(null),
  playbook: z.string().max(80).nullable().default(null),
  check: Text.default(''),
  /** Not before these are done or skipped. */
  dependsOn: Ids.default([]),
  firedAt: CampaignInstant.nullable().default(null),
  ended: z
    .object({ ...Done, mark: z.enum(['done', 'skipped', 'failed']), note: z.string().max(2000) })
    .nullable()
    .default(null),
})
export type RunItem = z.infer<typeof RunItem>

export const CAMPAIGN_PAGE_KINDS = [
  'framework',
  'homeStyle',
  'hero',
  'secondary',
  'preheat',
  'start',
  'after',
  'poster',
  'relatedItems',
  'brandCulture',
  'emergency',
] as const

/** A page on its way: brief → proof → test → release. A new proof makes earlier tests worthless. */
export const CampaignPage = z.object({
  title: Title,
  kind: z.enum(CAMPAIGN_PAGE_KINDS),
  phase: CampaignPhase,
  owner: CampaignName.default(''),
  brief: Text.default(''),
  /** Blocks of the page from top to bottom, for the novelty check: `countdown`, `couponWall`, `hotList` … */
  blocks: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
  releaseFrom: CampaignInstant,
  releaseUntil: CampaignInstant,
  proof: z
    .object({ ...Done, link: z.string().min(1).max(2000) })
    .nullable()
    .default(null),
  tests: z
    .array(z.object({ ...Done, what: Title, passed: z.boolean(), note: z.string().max(2000) }))
    .max(100)
    .default([]),
  released: z.object(Done).nullable().default(null),
  retired: z.object(Done).nullable().default(null),
})
export type CampaignPage = z.infer<typeof CampaignPage>

/** A training before a push (P3.25): who was there and how the test went. */
export const Training = z.object({
  title: Title,
  team: CampaignTeam,
  phase: CampaignPhase,
  day: CampaignDay,
  trainer: CampaignName.default(''),
  topics: Text.default(''),
  attendeesMin: z.number().int().min(1).max(1000).default(1),
  passScore: z.number().min(0).max(100).default(80),
  attendees: z
    .array(z.object({ name: CampaignName.min(1), present: z.boolean(), score: z.number().min(0).max(100).nullable() }))
    .max(500)
    .default([]),
})
export type Training = z.infer<typeof Training>

/** What one person looked at and vouches for: 盘点, 压测, 值班表, 应急预案. */
export const ATTESTATION_KINDS = ['stockCount', 'loadTest', 'rota', 'plansB'] as const
export const Attestation = z.object({
  kind: z.enum(ATTESTATION_KINDS),
  phase: CampaignPhase,
  owner: CampaignName.default(''),
  dueDay: CampaignDay,
  /** What counts as passed: `≥ 20,000 单/分`. */
  target: z.string().max(500).default(''),
  result: z
    .object({ ...Done, passed: z.boolean(), evidence: z.string().max(2000) })
    .nullable()
    .default(null),
})
export type Attestation = z.infer<typeof Attestation>

/** A drill that is due before a push (P15.11), and how it went; seconds to detect, to start and to restore. */
export const DrillEntry = z.object({
  title: Title,
  scenario: z.string().max(80),
  phase: CampaignPhase,
  owner: CampaignName.default(''),
  dueDay: CampaignDay,
  held: z
    .object({
      ...Done,
      detectSeconds: z.number().min(0).nullable(),
      startSeconds: z.number().min(0).nullable(),
      restoreSeconds: z.number().min(0).nullable(),
      passed: z.boolean(),
      lessons: z.string().max(5000),
    })
    .nullable()
    .default(null),
})
export type DrillEntry = z.infer<typeof DrillEntry>
