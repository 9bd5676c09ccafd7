import { z } from 'zod'
import { CampaignCents, CampaignDay, CampaignInstant, CampaignName } from './campaigns-words.ts'

const Title = z.string().trim().min(1).max(200)
const Ids = z.array(z.string().max(80)).max(100)
const Done = { at: CampaignInstant, by: CampaignName }

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
