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

export const LaunchReport = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['first', 'limited']),
  sku: z.string(),
  item: z.string(),
  opensAt: Instant,
  state: z.enum(['off', 'planned', 'onSale', 'soldOut']),
  buyerLimit: Count,
  /** For the shop's search and recommendations; 1 changes nothing. */
  searchWeight: z.number(),
  seeding: z.array(z.string()),
  lots: z.array(LaunchLot),
  /** `null` without a launch to compare with, or before its day. */
  exposure: LaunchExposure.nullable(),
})
export type LaunchReport = z.infer<typeof LaunchReport>

/** GET …/launches */
export const LaunchReports = z.object({ launches: z.array(LaunchReport) })
export type LaunchReports = z.infer<typeof LaunchReports>
