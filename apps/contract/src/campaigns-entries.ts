import { z } from 'zod'
import {
  CampaignCents,
  CampaignDay,
  CampaignInstant,
  CampaignName,
  CampaignPhase,
  CampaignTeam,
} from './campaigns-words.ts'

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

export const RUN_ACTIONS = ['manual', 'checkPromotion', 'stopPromotion'] as const

/** A line of the run sheet. `check`: how one sees that it is done. The clock fires it; a person or the system says how it went. */
export const RunItem = z.object({
  title: Title,
  at: CampaignInstant,
  minutes: z.number().int().min(0).max(1440).default(5),
  team: CampaignTeam,
  owner: CampaignName.default(''),
  action: z.enum(RUN_ACTIONS).default('manual'),
  promotion: z.string().max(80).nullable().default(null),
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

export const SLOT_KINDS = [
  'goldenSlot',
  'focusImage',
  'affiliate',
  'keyword',
  'redPacket',
  'logisticsCoupon',
  'searchBanner',
  'livePlacement',
  'other',
] as const

/** A place that is booked or bid for (资源位). `position` names one place; two bookings may not share it at a moment. */
export const SlotBooking = z.object({
  title: Title,
  kind: z.enum(SLOT_KINDS),
  position: z.string().trim().min(1).max(120),
  from: CampaignInstant,
  until: CampaignInstant,
  owner: CampaignName.default(''),
  costCents: CampaignCents.nullable().default(null),
  creative: z.string().max(2000).default(''),
  items: Ids.default([]),
  auction: z
    .object({
      expectedVisits: z.number().int().min(0).max(100_000_000),
      /** Share of those visits that would not have come anyway; basis points. */
      incrementalBp: z.number().int().min(0).max(10_000),
      cvrBp: z.number().int().min(0).max(10_000),
      marginCentsPerOrder: z.number().int().min(-10_000_000).max(10_000_000),
      /** What must be left of the margin; basis points. */
      keepBp: z.number().int().min(0).max(10_000).default(0),
      bidCents: CampaignCents.nullable().default(null),
      paidCents: CampaignCents.nullable().default(null),
    })
    .nullable()
    .default(null),
  outcome: z
    .object({ visits: z.number().int().min(0), paidCents: CampaignCents, note: z.string().max(2000) })
    .nullable()
    .default(null),
})
export type SlotBooking = z.infer<typeof SlotBooking>

/** A planned message to a group of people. */
export const ContactEntry = z.object({
  title: Title,
  channel: z.enum(['sms', 'push', 'wecom', 'community', 'call', 'email']),
  audience: z.string().trim().min(1).max(120),
  people: z.number().int().min(0).nullable().default(null),
  at: CampaignInstant,
})
export type ContactEntry = z.infer<typeof ContactEntry>

/** An entry to an event of the platform (活动报名): what the event asks for and what is entered. */
export const EnrolmentEntry = z.object({
  title: Title,
  /** A pack of rules of the promotion engine: `juhuasuan`, `taoqianggou` … */
  event: z.string().max(80),
  deadline: CampaignDay,
  from: CampaignInstant,
  until: CampaignInstant,
  unitsPerBuyer: z.number().int().min(1).max(1000).default(1),
  coinShareBp: z.number().int().min(0).max(10_000).default(0),
  owner: CampaignName.default(''),
  thresholds: z
    .array(
      z.object({
        /** A metric of the catalogue, or `shopTier`, entered by hand. */
        metric: z.string().min(1).max(80),
        op: z.enum(['atLeast', 'atMost']),
        limit: z.number(),
        windowDays: z.number().int().min(1).max(180).default(30),
        /** For figures that no fact gives. */
        entered: z.number().nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  goods: z
    .array(
      z.object({
        skuId: z.string().min(1).max(80),
        priceCents: CampaignCents,
        referenceCents: CampaignCents,
        stock: z.number().int().min(0),
      }),
    )
    .max(500)
    .default([]),
  submitted: z.object(Done).nullable().default(null),
  answer: z
    .object({ ...Done, accepted: z.boolean(), note: z.string().max(2000) })
    .nullable()
    .default(null),
})
export type EnrolmentEntry = z.infer<typeof EnrolmentEntry>

/** What hangs on a campaign, each kind with its own body. */
export const CAMPAIGN_ENTRY_BODIES = {
  task: CampaignTask,
  run: RunItem,
  page: CampaignPage,
  training: Training,
  attestation: Attestation,
  drill: DrillEntry,
  slot: SlotBooking,
  contact: ContactEntry,
  enrolment: EnrolmentEntry,
} as const
export const CAMPAIGN_ENTRY_KINDS = [
  'task',
  'run',
  'page',
  'training',
  'attestation',
  'drill',
  'slot',
  'contact',
  'enrolment',
] as const
export const CampaignEntryKind = z.enum(CAMPAIGN_ENTRY_KINDS)
export type CampaignEntryKind = z.infer<typeof CampaignEntryKind>
export type CampaignEntryBody<K extends CampaignEntryKind> = z.infer<(typeof CAMPAIGN_ENTRY_BODIES)[K]>
export type AnyCampaignEntryBody = CampaignEntryBody<CampaignEntryKind>

/** One entry as it is stored; `version` counts its changes. */
export const CampaignEntry = z.object({
  id: z.string(),
  kind: CampaignEntryKind,
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
})
export type CampaignEntry<K extends CampaignEntryKind = CampaignEntryKind> = Omit<
  z.infer<typeof CampaignEntry>,
  'kind' | 'body'
> & { kind: K; body: CampaignEntryBody<K> }

/** PUT …/campaigns/{campaign}/{kind}/{id} — `version` 0 writes a new one. */
export const PutCampaignEntry = z.object({
  version: z.number().int().min(0),
  body: z.record(z.string(), z.unknown()),
  reason: z.string().trim().max(300).default(''),
})
export type PutCampaignEntry = z.input<typeof PutCampaignEntry>

/** What can be said of an entry: POST …/campaigns/{campaign}/{kind}/{id}/{action} */
export const CAMPAIGN_ENTRY_ACTIONS = {
  task: ['start', 'finish', 'reopen'],
  run: ['done', 'skip', 'fail'],
  page: ['proof', 'test', 'release', 'retire'],
  training: [],
  attestation: ['pass', 'fail'],
  drill: ['hold'],
  slot: [],
  contact: [],
  enrolment: ['submit', 'accept', 'refuse'],
} as const satisfies Record<CampaignEntryKind, readonly string[]>

/** What an action needs beside its name; unused fields are left out. */
export const ActOnCampaignEntry = z.object({
  version: z.number().int().min(1),
  note: z.string().trim().max(2000).default(''),
  passed: z.boolean().optional(),
  detectSeconds: z.number().min(0).nullable().default(null),
  startSeconds: z.number().min(0).nullable().default(null),
  restoreSeconds: z.number().min(0).nullable().default(null),
})
export type ActOnCampaignEntry = z.input<typeof ActOnCampaignEntry>
