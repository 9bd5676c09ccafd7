import { z } from 'zod'
import { CampaignPhase } from './campaigns-words.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Cents = z.number().int()

/** What paid amounts are counted by: order lines, or the pay events of tracking until orders of the day are in. */
export const LiveBasis = z.enum(['orders', 'events'])
export type LiveBasis = z.infer<typeof LiveBasis>

/** Metrics of the day so far; each is the metric of the same name in the catalogue, or says what it is. */
export const LiveFigures = z.object({
  paidCents: Cents.nullable(),
  orders: z.number().nullable(),
  buyers: z.number().nullable(),
  units: z.number().nullable(),
  uv: z.number().nullable(),
  pv: z.number(),
  aovCents: Cents.nullable(),
  cvr: z.number().nullable(),
  bounceRate: z.number().nullable(),
  /** Distinct visitors of the last five minutes. */
  online: z.number().nullable(),
  /** Ad spend and ROI of the day as the tools last reported it; null before their report is in. */
  spendCents: Cents.nullable(),
  roi: z.number().nullable(),
  /** Events of any kind that were stored for the day. */
  events: z.number(),
})
export type LiveFigures = z.infer<typeof LiveFigures>

/** By minute of the day from midnight; as many values as minutes have begun. */
export const LiveMinutes = z.object({ paidCents: z.array(Cents), pv: z.array(z.number()) })
export type LiveMinutes = z.infer<typeof LiveMinutes>

/** The day this one runs against: the same campaign day of last year, else the same date, else the same weekday before. */
export const LiveCompare = z.object({
  day: Day,
  kind: z.enum(['campaignDay', 'yoy', 'week']),
  /** Paid by minute of that whole day; 1,440 values. */
  paidCents: z.array(Cents),
  soFarCents: Cents.describe('paid by the same minute'),
  totalCents: Cents,
})
export type LiveCompare = z.infer<typeof LiveCompare>

export const LivePace = z.object({
  targetCents: Cents,
  targetFrom: z.enum(['set', 'campaign', 'plan']),
  reached: z.number().nullable(),
  /** Share of the day's sales that is usually in by now. */
  usual: z.number().nullable(),
  aheadCents: Cents.nullable(),
  neededPerMinuteCents: Cents.nullable(),
  /** Times what a day of this size brings from now on. */
  catchUp: z.number().nullable(),
  verdict: z.enum(['reached', 'onTrack', 'atRisk', 'behind']).nullable(),
})
export type LivePace = z.infer<typeof LivePace>

/** Where the day is likely to end; an interval of 90 %. */
export const LiveDayEnd = z.object({
  lowCents: Cents,
  midCents: Cents,
  highCents: Cents,
  level: z.number(),
  learnedDays: z.number().int(),
})
export type LiveDayEnd = z.infer<typeof LiveDayEnd>

/** Visitors of the last hour by what they did, in any order; `loss` is where one group falls behind the others. */
export const LiveFunnel = z.object({
  minutes: z.number().int(),
  steps: z.array(z.object({ step: z.string(), visitors: z.number(), stepRate: z.number().nullable() })),
  loss: z
    .object({
      dimension: z.enum(['device', 'channel', 'page']),
      group: z.string(),
      step: z.string(),
      stepRate: z.number(),
      otherRate: z.number(),
      lostVisitors: z.number(),
    })
    .nullable(),
})
export type LiveFunnel = z.infer<typeof LiveFunnel>

export const LiveSource = z.object({ channel: z.string(), pv: z.number(), share: z.number() })
export type LiveSource = z.infer<typeof LiveSource>

export const LiveItem = z.object({
  rank: z.number().int(),
  item: z.string(),
  title: z.string(),
  units: z.number(),
  paidCents: Cents,
  views: z.number(),
})
export type LiveItem = z.infer<typeof LiveItem>

/** An item whose stock is at risk today. Instants are null where they lie beyond a week. */
export const LiveStock = z.object({
  item: z.string(),
  title: z.string(),
  onHand: z.number(),
  unitsLastHours: z.number(),
  earlyAt: z.string().nullable(),
  likelyAt: z.string().nullable(),
  lateAt: z.string().nullable(),
  /** The warning is due: it may be gone within the lead. */
  warn: z.boolean(),
  soldOut: z.boolean(),
  substitutes: z.array(z.object({ item: z.string(), title: z.string(), score: z.number() })),
})
export type LiveStock = z.infer<typeof LiveStock>

/** Sell-through of the hot items of the day: what goes too fast, what will be left. */
export const LiveSellThrough = z.object({
  item: z.string(),
  title: z.string(),
  available: z.number(),
  sold: z.number(),
  committed: z.number(),
  sellThrough: z.number().nullable(),
  againstPlan: z.number().nullable(),
  wantedLow: z.number(),
  wantedMid: z.number(),
  wantedHigh: z.number(),
  risk: z.enum(['oversell', 'leftover']).nullable(),
})
export type LiveSellThrough = z.infer<typeof LiveSellThrough>

/** Where the day stands in the shop's campaigns, or in the calendar where none speaks of it; null on an ordinary day. */
export const LiveOccasion = z.object({
  id: z.string(),
  /** The campaign's record; null where only the calendar knows of it. */
  campaign: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** D-7, D0, D+3. */
  label: z.string(),
  phase: CampaignPhase,
  /** When the phase ends: the first instant of the next, or of ordinary days. */
  phaseEndsAt: z.string(),
  nextPhase: CampaignPhase.nullable(),
})
export type LiveOccasion = z.infer<typeof LiveOccasion>

/** GET /v1/stores/{store}/live/board — the shop's running day, or a past day as it stood at an instant (`at`). */
export const LiveBoard = z.object({
  store: z.string(),
  day: Day,
  /** When it was reckoned, or the instant of the past that was asked for. */
  at: z.string(),
  /** Minutes of the day that are over. */
  minute: z.number().int(),
  replay: z.boolean(),
  currency: z.string(),
  timezone: z.string(),
  /** Null: nothing has come in on this day. */
  basis: LiveBasis.nullable(),
  /** The latest minute with an event or a payment. */
  freshAt: z.string().nullable(),
  occasion: LiveOccasion.nullable(),
  figures: LiveFigures,
  minutes: LiveMinutes,
  /** Usual share of the day at the end of each minute; 1,440 values, null without past days. */
  usual: z.array(z.number()).nullable(),
  compare: LiveCompare.nullable(),
  pace: LivePace.nullable(),
  dayEnd: LiveDayEnd.nullable(),
  funnel: LiveFunnel,
  sources: z.array(LiveSource),
  top: z.array(LiveItem),
  stock: z.array(LiveStock),
  sellThrough: z.array(LiveSellThrough),
  /** The last day with data, for the replay that an empty screen offers; null without any. */
  lastDay: Day.nullable(),
  /** The main day of the largest campaign of the year before it; null without data or campaigns. */
  lastCampaign: z.object({ day: Day, nameZh: z.string(), nameEn: z.string() }).nullable(),
})
export type LiveBoard = z.infer<typeof LiveBoard>

/** Instants with a zone; without `at` it is now. */
export const LiveBoardQuery = z.object({ at: z.iso.datetime({ offset: true }).optional() })
export type LiveBoardQuery = z.input<typeof LiveBoardQuery>

/**
 * GET /v1/stores/{store}/live/stream — server-sent events. `board`: a whole `LiveBoard`, first and after a gap that cannot be
 * filled. `change`: the parts that changed since; `minutes` holds the values from minute `from` on. `beat`: nothing changed.
 * Each has an id; send the last one as `Last-Event-ID` to go on from there. Without `Accept: text/event-stream` it ends after the board.
 */
export const LiveChange = LiveBoard.omit({ minutes: true })
  .partial()
  .extend({ minutes: LiveMinutes.extend({ from: z.number().int() }).optional() })
export type LiveChange = z.infer<typeof LiveChange>

/** PUT …/live/target — the day's target as the room sets it; null takes it back, so that the plan's counts. */
export const SetLiveTarget = z.object({
  day: Day,
  cents: Cents.min(0)
    .max(10 ** 13)
    .nullable(),
})
export type SetLiveTarget = z.infer<typeof SetLiveTarget>

/** GET …/live/top?day&hour — the hundred items of an hour: as shown when it ended, and as late events left them. */
export const LiveTopQuery = z.object({ day: Day, hour: z.coerce.number().int().min(0).max(23) })
export type LiveTopQuery = z.input<typeof LiveTopQuery>

const Place = z.object({ rank: z.number().int(), units: z.number(), paidCents: Cents })
export const LiveTop = z.object({
  day: Day,
  hour: z.number().int(),
  basis: LiveBasis.nullable(),
  /** When the list was kept; null for an hour of which none was kept (then nothing can differ). */
  shownAt: z.string().nullable(),
  items: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      shown: Place.nullable(),
      now: Place.nullable(),
      changed: z.boolean(),
    }),
  ),
})
export type LiveTop = z.infer<typeof LiveTop>
