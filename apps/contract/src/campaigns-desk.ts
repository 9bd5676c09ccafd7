import { z } from 'zod'
import { CampaignDay, CampaignReason } from './campaigns-words.ts'
import { Unit } from './metrics.ts'

const Figure = z.number().nullable()

/** GET …/campaigns/{campaign}/enrolment — each entry against what its event asks for, now and at the deadline (P3.24). */
export const EnrolmentDesk = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    event: z.string(),
    deadline: CampaignDay,
    daysLeft: z.number().int(),
    status: z.enum(['open', 'submitted', 'accepted', 'refused', 'missed']),
    passes: z.boolean().describe('every threshold holds at the deadline and the goods keep the rules'),
    thresholds: z.array(
      z.object({
        metric: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        /** Null for figures entered by hand: plain numbers. */
        unit: Unit.nullable(),
        op: z.enum(['atLeast', 'atMost']),
        limit: z.number(),
        now: Figure,
        atDeadline: Figure,
        passesNow: z.boolean(),
        passesThen: z.boolean(),
        neededDaily: Figure,
      }),
    ),
    goods: z.array(CampaignReason),
  }),
)
export type EnrolmentDesk = z.infer<typeof EnrolmentDesk>

/** POST …/campaigns/{campaign}/enrolment/rectify — tasks for what will not hold; those of what holds again are finished. */
export const Rectified = z.object({ raised: z.array(z.string()), resolved: z.array(z.string()) })
export type Rectified = z.infer<typeof Rectified>

/** GET …/campaigns/{campaign}/slots — every booking with what it may cost and what came of it, and what tools bring together. */
export const SlotBoard = z.object({
  slots: z.array(
    z.object({
      id: z.string(),
      /** Most that the slot is worth; null without an auction. */
      ceilingCents: z.number().int().nullable(),
      result: z
        .object({
          paidCents: z.number().int(),
          ceilingCents: z.number().int(),
          overCeiling: z.boolean(),
          visitsShort: z.number().int().nullable(),
        })
        .nullable(),
    }),
  ),
  joint: z.array(
    z.object({
      first: z.string(),
      second: z.string(),
      neither: Figure,
      firstOnly: Figure,
      secondOnly: Figure,
      both: Figure,
      together: Figure,
    }),
  ),
})
export type SlotBoard = z.infer<typeof SlotBoard>

/** GET …/campaigns/{campaign}/hold-out — what the long tail added, against buyers left alone (P3.20). */
export const HoldOutQuery = z.object({
  /** Share of people left alone; basis points. */
  heldBp: z.coerce.number().int().min(100).max(5000).default(1000),
})
export type HoldOutQuery = z.input<typeof HoldOutQuery>
const Group = z.object({ people: z.number().int(), buyers: z.number().int(), paidCents: z.number() })
export const HoldOut = z.object({
  treated: Group,
  held: Group,
  incrementalCents: z.number().int().nullable(),
  lowCents: z.number().int().nullable(),
  highCents: z.number().int().nullable(),
})
export type HoldOut = z.infer<typeof HoldOut>

/** GET …/campaigns/{campaign}/reservoir — what the people gathered before the burst will bring, against the target (P3.17). */
export const ReservoirView = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      people: z.number().int(),
      before: z.object({ people: z.number().int(), buyers: z.number().int() }),
    }),
  ),
  /** The burst that the shares come from; null without one. */
  basis: z.object({ from: CampaignDay, to: CampaignDay }).nullable(),
  targetCents: z.number().int().nullable(),
  buyers: Figure,
  buyersError: Figure,
  paidCents: Figure,
  missingCents: Figure,
  missingPeople: z.array(z.object({ id: z.string(), people: z.number().int().nullable() })),
})
export type ReservoirView = z.infer<typeof ReservoirView>

/** GET /v1/stores/{store}/initiatives — every improvement with its milestones and what it changed, those at work first (P3.26). */
export const InitiativeInfo = z.object({
  id: z.string(),
  version: z.number().int(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  owner: z.string(),
  /** Id of the campaign that it belongs to. */
  campaign: z.string().nullable(),
  state: z.enum(['planned', 'running', 'done', 'dropped']),
  fromDay: CampaignDay,
  /** Goods improved, and goods left as they were. */
  goods: z.number().int(),
  control: z.number().int(),
  milestones: z.array(
    z.object({
      line: z.number().int(),
      day: CampaignDay.nullable(),
      what: z.string(),
      state: z.enum(['done', 'late', 'due', 'open']),
    }),
  ),
  metric: z.string(),
  metricZh: z.string(),
  metricEn: z.string(),
  unit: Unit,
  days: z.object({ before: z.number().int(), after: z.number().int() }),
  effect: Figure,
  low: Figure,
  high: Figure,
  share: Figure,
  /** Goods that were compared one by one; null where there are too few and days are compared. */
  units: z.object({ treated: z.number().int(), control: z.number().int() }).nullable(),
  target: Figure,
  verdict: z.enum(['reached', 'works', 'unproven', 'harms', 'tooEarly', 'unknown']),
})
export type InitiativeInfo = z.infer<typeof InitiativeInfo>

/** POST …/initiatives/{id}/milestones — marks a line of the milestones as done, or no longer. */
export const MarkMilestone = z.strictObject({
  version: z.number().int().min(1),
  line: z.number().int().min(0).max(1000),
  done: z.boolean(),
})
export type MarkMilestone = z.infer<typeof MarkMilestone>

/** GET /v1/stores/{store}/initiatives/{id}/effect — the change of its daily figure beyond the control's own (P3.26). */
export const InitiativeEffect = z.object({
  metric: z.string(),
  days: z.object({ before: z.number().int(), after: z.number().int() }),
  effect: Figure,
  low: Figure,
  high: Figure,
  /** Against what would have been. */
  share: Figure,
  /** Goods that were compared one by one; null where there are too few and days are compared. */
  units: z.object({ treated: z.number().int(), control: z.number().int() }).nullable(),
  target: Figure,
})
export type InitiativeEffect = z.infer<typeof InitiativeEffect>
