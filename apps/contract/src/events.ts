import { z } from 'zod'

/** One event of POST /v1/stores/{store}/events, schema version 1. Unknown fields are refused, so that typing errors show. */
export const EventInput = z.strictObject({
  v: z.literal(1).default(1),
  id: z.string().min(1).max(100).describe('unique for each event; a second one with the same id is a duplicate'),
  type: z.string(),
  at: z.string().describe('ISO 8601 instant'),
  visitorId: z.string().min(1).max(200).describe('hashed on arrival, never stored'),
  sessionId: z.string().max(200).optional(),
  itemId: z.string().max(64).optional(),
  category: z.string().max(100).optional(),
  brand: z.string().max(100).optional(),
  channel: z.string().max(60).optional(),
  device: z.string().max(30).optional(),
  page: z.string().max(60).optional(),
  province: z.string().max(60).optional(),
  campaign: z.string().max(60).optional(),
  query: z.string().max(200).optional(),
  quantity: z.number().int().min(0).max(1_000_000).optional(),
  amountCents: z.number().int().min(-1e12).max(1e12).optional(),
  dwellMs: z.number().int().min(0).max(86_400_000).optional(),
  consent: z.boolean().default(true),
})
export type EventInput = z.input<typeof EventInput>

/** Answer, only once everything accepted is durable. `rejected` events name their position and what to do. */
export const EventsResult = z.object({
  received: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  late: z.number().describe('accepted, but more than the lateness limit behind the clock'),
  future: z.number().describe('rejected: ahead of the clock by more than the tolerance'),
  rejected: z.array(
    z.object({ index: z.number(), field: z.string(), code: z.string(), message: z.string(), messageEn: z.string() }),
  ),
})
export type EventsResult = z.infer<typeof EventsResult>

/** GET /v1/stores/{store}/event-keys; the key itself is shown once, when made. */
/** What a key opens in its shop: the intake of events, or the order core. */
export const KEY_SCOPES = ['events:write', 'trade:write'] as const
export const KeyScope = z.enum(KEY_SCOPES)
export type KeyScope = z.infer<typeof KeyScope>

export const EventKey = z.object({
  id: z.string(),
  name: z.string(),
  scope: KeyScope,
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type EventKey = z.infer<typeof EventKey>

/** POST /v1/stores/{store}/event-keys */
export const CreateEventKey = z.object({
  name: z.string().trim().min(1).max(60),
  scope: KeyScope.default('events:write'),
})
export type CreateEventKey = z.input<typeof CreateEventKey>

/** `secret` is shown this once: send it as `Authorization: Bearer <secret>`. */
export const CreatedEventKey = z.object({ key: EventKey, secret: z.string() })
export type CreatedEventKey = z.infer<typeof CreatedEventKey>
