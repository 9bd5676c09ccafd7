import { z } from 'zod'
import { AlertSeverity } from './alerts.ts'
import { Role } from './roles.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const Url = z.url({ protocol: /^https?$/ }).max(500)
const Secret = z.string().min(1).max(500)

/** Where messages go; what is secret is written and never answered. */
export const ChannelSettings = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    host: z.string().min(1).max(200),
    port: z.number().int().min(1).max(65_535),
    /** TLS from the first byte (465); otherwise STARTTLS where the server offers it. */
    secure: z.boolean(),
    user: z.string().max(200),
    from: z.email(),
    /** Empty: the people of the shop who hold the role that is told. */
    to: z.array(z.email()).max(50),
  }),
  z.strictObject({ kind: z.literal('dingtalk') }),
  z.strictObject({ kind: z.literal('wecom') }),
  z.strictObject({ kind: z.literal('webhook'), url: Url }),
])
export type ChannelSettings = z.infer<typeof ChannelSettings>

/**
 * What a channel keeps sealed: the mail password; the robot's address, whose token is a secret, and its signing secret; the
 * webhook's signing secret.
 */
export const ChannelSecrets = z.strictObject({
  password: Secret.optional(),
  robotUrl: Url.optional(),
  signSecret: Secret.optional(),
})
export type ChannelSecrets = z.infer<typeof ChannelSecrets>

const Body = z.strictObject({
  name: z.string().trim().min(1).max(120),
  settings: ChannelSettings,
  enabled: z.boolean().default(false),
  /** Milder messages do not go out this way. */
  fromSeverity: AlertSeverity.default('warning'),
  /** Only what is told to these roles; empty for all. */
  roles: z.array(Role).max(20).default([]),
})

/** POST /v1/stores/{store}/notice-channels — off until it is switched on. */
export const CreateChannel = Body.extend({
  id: Id,
  /** Messages go to a simulator that keeps them; nothing leaves the house. */
  simulated: z.boolean().default(false),
  secrets: ChannelSecrets.default({}),
})
export type CreateChannel = z.input<typeof CreateChannel>

/** PUT …/notice-channels/{channel} — what is not named of `simulated` and the secrets stays as it is. */
export const ChangeChannel = Body.extend({ simulated: z.boolean().optional(), secrets: ChannelSecrets.default({}) })
export type ChangeChannel = z.input<typeof ChangeChannel>

export const ChannelInfo = z.object({
  id: z.string(),
  name: z.string(),
  settings: ChannelSettings,
  enabled: z.boolean(),
  simulated: z.boolean(),
  fromSeverity: AlertSeverity,
  roles: z.array(Role),
  /** Which secrets are set; never what they are. */
  secrets: z.array(z.enum(['password', 'robotUrl', 'signSecret'])),
  pending: z.number(),
  dead: z.number(),
  lastSentAt: z.string().nullable(),
  lastError: z.string().nullable(),
})
export type ChannelInfo = z.infer<typeof ChannelInfo>

/** POST …/notice-channels/{channel}/test — sends one message now. */
export const ChannelTest = z.object({ sent: z.boolean(), error: z.string().nullable(), errorEn: z.string().nullable() })
export type ChannelTest = z.infer<typeof ChannelTest>

/** GET …/notice-channels/{channel}/simulated — what its simulator was given, as it would have gone out. */
export const SimulatedMessage = z.object({ id: z.number(), at: z.string(), recipient: z.string(), body: z.string() })
export type SimulatedMessage = z.infer<typeof SimulatedMessage>

/** GET …/notice-deliveries?state=dead — messages that no longer go out by themselves. */
export const DeliveryQuery = z.object({
  state: z.enum(['pending', 'sent', 'dead']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const DeliveryInfo = z.object({
  id: z.number(),
  channel: z.string(),
  state: z.enum(['pending', 'sent', 'dead']),
  title: z.string(),
  attempts: z.number(),
  nextAt: z.string().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
})
export type DeliveryInfo = z.infer<typeof DeliveryInfo>
