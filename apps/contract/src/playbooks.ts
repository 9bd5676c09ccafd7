import { z } from 'zod'
import { AlertPhase, MetricCondition } from './alert-conditions.ts'
import { Role } from './roles.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const Name = z.string().trim().min(1).max(120)
const Tags = z.record(z.string().max(40), z.string().max(200))
const Value = z.union([z.number(), z.string().max(500), z.boolean(), z.null()])

/** What sets a playbook off: a condition, an event by name, or minutes of the shop's day. */
export const PlaybookTrigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), condition: MetricCondition }),
  z.strictObject({ kind: z.literal('event'), event: z.string().trim().max(60) }),
  z.strictObject({ kind: z.literal('schedule'), atMinutes: z.array(z.number().int().min(0).max(1439)).max(288) }),
])
export type PlaybookTrigger = z.infer<typeof PlaybookTrigger>

const ParamValue = z.union([Value, z.array(z.string().max(120)).max(100), z.array(z.number()).max(100)])

export const PlaybookAction = z.strictObject({
  type: z.string().max(40),
  params: z.record(z.string().max(40), ParamValue),
})
export type PlaybookAction = z.infer<typeof PlaybookAction>

export const PlaybookApproval = z.enum(['auto', 'confirm', 'twoPerson'])
export type PlaybookApproval = z.infer<typeof PlaybookApproval>

export const PlaybookLimits = z.strictObject({
  cooldownMinutes: z.number().int(),
  runsPerDay: z.number().int(),
  changesPerRun: z.number().int(),
  phases: z.array(AlertPhase).min(1).max(6).exactOptional(),
  hours: z.strictObject({ from: z.number().int(), to: z.number().int() }).exactOptional(),
  askMinutes: z.number().int().exactOptional(),
})
export type PlaybookLimits = z.infer<typeof PlaybookLimits>

export const PlaybookBody = z.strictObject({
  nameZh: Name,
  nameEn: Name,
  owner: Role,
  trigger: PlaybookTrigger,
  actions: z.array(PlaybookAction).max(10),
  limits: PlaybookLimits,
  approval: PlaybookApproval,
  shadow: z.boolean(),
})
export type PlaybookBody = z.infer<typeof PlaybookBody>

/** POST /v1/stores/{store}/playbooks — refused with every fault when it is not sound (`playbook_unsound`). */
export const CreatePlaybook = PlaybookBody.extend({ id: Id, enabled: z.boolean().default(true) })
export type CreatePlaybook = z.input<typeof CreatePlaybook>

/** PUT …/playbooks/{playbook} — a new version; `version` is the one that was read. */
export const ChangePlaybook = PlaybookBody.extend({
  version: z.number().int().min(1),
  enabled: z.boolean(),
  reason: z.string().trim().max(300).default(''),
})
export type ChangePlaybook = z.input<typeof ChangePlaybook>

export const PlaybookInfo = z.object({
  id: z.string(),
  version: z.number(),
  enabled: z.boolean(),
  fromLibrary: z.boolean(),
  body: PlaybookBody,
  sentenceZh: z.string(),
  sentenceEn: z.string(),
  /** Why its trigger could not be judged the last time. */
  problemZh: z.string().nullable(),
  problemEn: z.string().nullable(),
  lastRunAt: z.string().nullable(),
  /** Runs of the last thirty days by state. */
  runs: z.record(z.string(), z.number()),
  updatedAt: z.string(),
})
export type PlaybookInfo = z.infer<typeof PlaybookInfo>

/** GET …/playbook-library — what is shipped and not yet in the shop. */
export const PlaybookLibrary = z.array(
  z.object({ id: z.string(), body: PlaybookBody, sentenceZh: z.string(), sentenceEn: z.string(), added: z.boolean() }),
)
export type PlaybookLibrary = z.infer<typeof PlaybookLibrary>

export const AddPlaybooks = z.strictObject({ ids: z.array(z.string()).max(200).optional() })
export const AddedPlaybooks = z.object({ added: z.array(z.string()) })

/** GET …/playbook-actions — every kind of action with its parameters, from which forms are made. */
export const PlaybookActionType = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  leastApproval: PlaybookApproval,
  reads: z.array(z.string()),
  params: z.array(
    z.object({
      key: z.string(),
      zh: z.string(),
      en: z.string(),
      kind: z.enum(['number', 'share', 'money', 'minutes', 'text', 'choice', 'shares', 'names']),
      min: z.number().optional(),
      max: z.number().optional(),
      most: z.number().optional(),
      maxLength: z.number().optional(),
      values: z.array(z.string()).optional(),
      initial: ParamValue,
    }),
  ),
})
export type PlaybookActionType = z.infer<typeof PlaybookActionType>

const Words = z.object({ zh: z.string(), en: z.string() })

export const PlaybookChange = z.object({
  subject: z.object({ type: z.string(), id: z.string() }),
  field: z.string(),
  before: Value,
  after: Value,
})
export type PlaybookChange = z.infer<typeof PlaybookChange>

export const PlaybookTell = z.object({
  kind: z.enum(['notify', 'task', 'incident']),
  role: z.string().optional(),
  ladder: z.string().optional(),
  dueMinutes: z.number().optional(),
  zh: z.string(),
  en: z.string(),
})
export type PlaybookTell = z.infer<typeof PlaybookTell>

/** `held`: the limits forbade it or nothing could be done; the rest is what became of it. */
export const RunState = z.enum(['shadow', 'held', 'waiting', 'applied', 'refused', 'expired', 'failed', 'undone'])
export type RunState = z.infer<typeof RunState>

export const PlaybookRunInfo = z.object({
  id: z.number(),
  playbook: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  version: z.number(),
  at: z.string(),
  state: RunState,
  tags: Tags,
  value: z.number().nullable(),
  /** Why it was held, refused or failed. */
  reason: Words.nullable(),
  changes: z.array(PlaybookChange),
  tells: z.array(PlaybookTell),
  /** What single actions could not do. */
  cannot: z.array(Words),
  peopleNeeded: z.number(),
  agreedBy: z.array(z.string()),
  expiresAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Who said already that it is to be undone; as many are needed as the run needed. */
  undoAgreedBy: z.array(z.string()),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
})
export type PlaybookRunInfo = z.infer<typeof PlaybookRunInfo>

/** GET …/playbook-runs */
export const RunQuery = z.object({
  playbook: z.string().max(60).optional(),
  state: RunState.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type RunQuery = z.input<typeof RunQuery>

/** POST …/playbooks/{playbook}/runs — acts now as its trigger would. POST …/preview — the same without doing anything. */
export const StartRun = z.strictObject({ tags: Tags.default({}) })
export type StartRun = z.input<typeof StartRun>

export const RunPreview = z.object({
  decision: z.enum(['run', 'ask', 'shadow', 'hold']),
  people: z.number(),
  reason: Words.nullable(),
  changes: z.array(PlaybookChange),
  tells: z.array(PlaybookTell),
  cannot: z.array(Words),
})
export type RunPreview = z.infer<typeof RunPreview>

/** POST …/playbook-runs/{id}/refuse and …/undo */
export const RunReason = z.strictObject({ reason: z.string().trim().max(300).default('') })

/** POST …/playbook-events — something happened; the same `id` again is the same event. */
export const PlaybookEvent = z.strictObject({
  id: z.string().trim().min(1).max(120),
  event: z.string().trim().min(1).max(60),
  tags: Tags.default({}),
})
export type PlaybookEvent = z.input<typeof PlaybookEvent>
export const TakenEvent = z.object({ runs: z.array(z.number()), duplicate: z.boolean() })
export type TakenEvent = z.infer<typeof TakenEvent>

/** GET, PUT …/playbook-pause — everything automatic stands still while it is on. */
export const PlaybookPause = z.object({ paused: z.boolean(), by: z.string().nullable(), at: z.string().nullable() })
export type PlaybookPause = z.infer<typeof PlaybookPause>
export const SetPause = z.strictObject({ paused: z.boolean(), reason: z.string().trim().max(300).default('') })

export const LEVER_TYPES = [
  'slot',
  'exposure',
  'channel',
  'fission',
  'price',
  'reserve',
  'carrier',
  'payment',
  'site',
] as const
/** A thing outside that playbooks steer: what it is wanted to be. GET …/levers, PUT …/levers/{type}/{id}. */
export const LeverType = z.enum(LEVER_TYPES)
export type LeverType = z.infer<typeof LeverType>
export const Lever = z.object({
  type: LeverType,
  id: z.string(),
  name: z.string(),
  fields: z.record(z.string(), Value),
  version: z.number(),
  updatedAt: z.string(),
})
export type Lever = z.infer<typeof Lever>
export const PutLever = z.strictObject({
  name: z.string().trim().min(1).max(120),
  fields: z.record(z.string().max(40), Value),
  /** The one that was read; 0 for a new lever. */
  version: z.number().int().min(0),
})
export type PutLever = z.input<typeof PutLever>

/** POST …/playbooks/{playbook}/back-test */
export const AskBackTest = z.strictObject({ days: z.number().int().min(1).max(366).default(30) })
export type AskBackTest = z.input<typeof AskBackTest>
export const BackTestReport = z.object({
  from: z.string(),
  to: z.string(),
  occurrences: z.number(),
  acted: z.number(),
  changes: z.number(),
  held: z.record(z.string(), z.number()),
  runs: z.array(
    z.object({
      at: z.string(),
      value: z.number().nullable(),
      acted: z.boolean(),
      reason: Words.nullable(),
      changes: z.array(PlaybookChange),
    }),
  ),
  /** What of the past is not known, so that the answer leans on the present. */
  caveats: z.array(Words),
})
export type BackTestReport = z.infer<typeof BackTestReport>
