import { z } from 'zod'

const Count = z.number().int().min(0)
const Instant = z.iso.datetime()

/** Units of one channel; `null` until they are given to it, which is a day ahead. */
export const LaunchLot = z.object({
  channel: z.string(),
  allocated: Count,
  isOpened: z.boolean(),
  free: Count.nullable(),
  held: Count.nullable(),
  sold: Count.nullable(),
})
export type LaunchLot = z.infer<typeof LaunchLot>

/** Exposures over the launch's own first days, against as many days of a launch like it; `over`: 0.5 is half as much again. */
export const LaunchExposure = z.object({
  days: Count,
  own: Count.nullable(),
  compared: Count.nullable(),
  over: z.number().nullable(),
  goal: z.number(),
  isMet: z.boolean().nullable(),
})
export type LaunchExposure = z.infer<typeof LaunchExposure>

/** What search showed while the weight lasts, against as many days before; `change`: 0.5 is half as much again. */
export const LaunchSearch = z.object({
  days: Count,
  before: Count.nullable(),
  during: Count.nullable(),
  change: z.number().nullable(),
})
export type LaunchSearch = z.infer<typeof LaunchSearch>

/** One creator: what was agreed, and the posts that were found; `views` is null where no platform told them. */
export const LaunchCreator = z.object({
  creator: z.string(),
  platform: z.string(),
  postId: z.string().nullable(),
  samples: Count,
  sampleDue: z.string().nullable(),
  sampleSent: z.string().nullable(),
  postDue: z.string(),
  plannedViews: Count.nullable(),
  costCents: Count,
  state: z.enum(['planned', 'sampleLate', 'sent', 'postLate', 'posted']),
  posts: Count,
  views: Count.nullable(),
})
export type LaunchCreator = z.infer<typeof LaunchCreator>

/** The creators together; `share` of all exposures of the launch, the shop's own and theirs. */
export const LaunchSeeded = z.object({
  creators: Count,
  posted: Count,
  late: Count,
  samples: Count,
  costCents: Count,
  views: Count.nullable(),
  plannedViews: Count.nullable(),
  share: z.number().min(0).max(1).nullable(),
  costPerThousandCents: Count.nullable(),
})
export type LaunchSeeded = z.infer<typeof LaunchSeeded>

/** GET …/items/search-order — what is on sale in the order of the shop's own search; sold out comes last. */
export const SearchOrder = z.object({
  at: Instant,
  items: z.array(
    z.object({
      item: z.string(),
      rank: z.number().int().min(1),
      score: z.number().min(0),
      boost: z.number().min(1),
      isAvailable: z.boolean(),
    }),
  ),
})
export type SearchOrder = z.infer<typeof SearchOrder>

export const LaunchReport = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['first', 'limited']),
  sku: z.string(),
  item: z.string(),
  opensAt: Instant,
  state: z.enum(['off', 'planned', 'onSale', 'soldOut']),
  buyerLimit: Count,
  /** As declared; 1 changes nothing. */
  searchWeight: z.number(),
  seeding: z.array(z.string()),
  lots: z.array(LaunchLot),
  /** `null` without a launch to compare with, or before its day. */
  exposure: LaunchExposure.nullable(),
  /** `now`: the factor at this instant; `until`: the business day on which it begins to decay; `search` is null without a weight. */
  boost: z.object({ now: z.number().min(1), until: z.iso.date(), search: LaunchSearch.nullable() }),
  creators: z.array(LaunchCreator),
  seeded: LaunchSeeded,
})
export type LaunchReport = z.infer<typeof LaunchReport>

/** GET …/launches — `strays`: launch numbers that creators are declared for and no launch has. */
export const LaunchReports = z.object({ launches: z.array(LaunchReport), strays: z.array(z.string()) })
export type LaunchReports = z.infer<typeof LaunchReports>
