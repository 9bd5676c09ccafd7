import { z } from 'zod'

const Count = z.number().int().min(0)
const Instant = z.iso.datetime()

/** 0 nothing is left out, 1 what is made for later, 2 analyses and imports too, 3 everything but trade. */
export const ServiceLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type ServiceLevel = z.infer<typeof ServiceLevel>

const ServiceState = z.object({
  /** What counts for this shop: the higher of the two below. */
  level: ServiceLevel,
  /** What the load of this server asks for. */
  ofLoad: ServiceLevel,
  /** What a person has set; null: nothing. */
  set: z.object({ level: ServiceLevel, reason: z.string(), by: z.string(), at: Instant }).nullable(),
  ladder: z.array(z.object({ level: ServiceLevel, zh: z.string(), en: z.string() })),
  /** Changes that the load made, newest first. */
  changes: z.array(
    z.object({ at: Instant, server: z.string(), levelFrom: ServiceLevel, levelTo: ServiceLevel, pressure: z.number() }),
  ),
})

const SiteSwitch = z.object({
  at: Instant,
  epoch: Count,
  site: z.string(),
  cameFrom: z.string().nullable(),
  /** How long nobody held the lead before, ms; null: the first. */
  waitedMs: z.number().nullable(),
  /** Why the shop left a site that lived: attacked, or too full; null: a loss, a release, or by hand. */
  why: z.enum(['attack', 'overload']).nullable(),
})

/** What a site said of itself last. */
const SiteLoad = z.object({
  site: z.string(),
  level: ServiceLevel,
  /** Share of its time at work, 0 to 1. */
  busy: z.number(),
  /** How long ago it said so. */
  ageMs: z.number(),
  /** Could it take in a shop that is too much for another site? Of one that is silent nobody knows. */
  room: z.enum(['has_room', 'full', 'silent']),
})

const SiteState = z.object({
  /** Name of the site that answers this. */
  site: z.string(),
  role: z.enum(['leading', 'following', 'in_step', 'waiting']),
  leader: z.string().nullable(),
  /** The site that has every answer and takes over by itself; null: none does. */
  follower: z.string().nullable(),
  epoch: Count.nullable(),
  leaseMs: Count,
  loads: z.array(SiteLoad),
  switches: z.array(SiteSwitch),
})

const Attack = z.object({
  startedAt: Instant,
  endedAt: Instant.nullable(),
  requests: Count,
  suspicious: Count,
  challenged: Count,
  solved: Count,
  /** Sources that were shut out. */
  sources: Count,
  peakBp: Count,
})

const Protection = z.object({
  isUnderAttack: z.boolean(),
  /** Sources shut out just now. */
  quarantined: Count,
  /** Newest first. */
  attacks: z.array(Attack),
})

/** GET …/availability — what is left out under load, which site decides, and what stands before orders. */
export const Availability = z.object({
  service: ServiceState,
  /** null: this installation has one site. */
  site: SiteState.nullable(),
  protection: Protection,
})
export type Availability = z.infer<typeof Availability>

/** PUT …/service-level — at least this much is left out for the shop; 0: the load alone decides again. */
export const SetServiceLevel = z.strictObject({ level: ServiceLevel, reason: z.string().trim().min(2).max(500) })
export type SetServiceLevel = z.infer<typeof SetServiceLevel>

/** POST …/site-moves — hand the lead over to the site in step, or take it with what this site has. */
export const SiteMove = z.strictObject({
  move: z.enum(['hand_over', 'take_over']),
  reason: z.string().trim().min(2).max(500),
  /** Has to be true for `take_over`: what this site lacks is lost. */
  acceptLoss: z.boolean().default(false),
})
export type SiteMove = z.output<typeof SiteMove>
