import { z } from 'zod'
import { PersonMarks } from './promotions-price.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const CaseId = z.string().trim().min(1).max(80)
const Count = z.number().int().min(0)
const Names = { nameZh: z.string(), nameEn: z.string() }

export const PROGRAMME_FIELD_KINDS = [
  'money',
  'count',
  'percent',
  'odds',
  'text',
  'day',
  'flag',
  'choice',
  'sku',
  'skus',
  'rows',
] as const

const PlainField = z.object({
  id: z.string(),
  ...Names,
  kind: z.enum(PROGRAMME_FIELD_KINDS).describe('money in fen, percent in basis points, odds in millionths'),
  required: z.boolean(),
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z.array(z.object({ value: z.string(), ...Names })).optional(),
})

/** One value that a programme or a command asks for; `fields` are those of a row. */
export const ProgrammeField = PlainField.extend({ fields: z.array(PlainField).optional() })
export type ProgrammeField = z.infer<typeof ProgrammeField>

const Values = z.record(z.string().max(60), z.unknown())
const Word = z.object({ id: z.string(), ...Names })

export const ProgrammeCommandInfo = Word.extend({
  opens: z.enum(['new', 'any', 'no', 'none']).describe('a new case, a new or a known one, a known one, no case at all'),
  /** Statuses of a case in which it is offered; all where it is left out. */
  when: z.array(z.string()).optional(),
  needsBuyer: z.boolean(),
  fields: z.array(ProgrammeField),
  /** Sound values to begin a form with. */
  start: Values,
})
export type ProgrammeCommandInfo = z.infer<typeof ProgrammeCommandInfo>

/** Row of GET /v1/stores/{store}/programme-kinds — everything a form needs; nothing about a kind is written down twice. */
export const ProgrammeKind = z.object({
  kind: z.string(),
  ...Names,
  aboutZh: z.string(),
  aboutEn: z.string(),
  /** What a case is called by. */
  caseNameZh: z.string(),
  caseNameEn: z.string(),
  terms: z.array(ProgrammeField),
  start: Values,
  commands: z.array(ProgrammeCommandInfo),
  statuses: z.array(Word),
  /** Which of the shop's own records `…/collect` counts into it: sales of its goods, or purchases of its people. */
  collects: z.enum(['items', 'purchases']).nullable(),
})
export type ProgrammeKind = z.infer<typeof ProgrammeKind>

/** POST /v1/stores/{store}/programmes — terms are those of the kind; every problem is told at once. */
export const CreateProgramme = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(200),
  kind: z.string().max(40),
  terms: Values,
})
export type CreateProgramme = z.input<typeof CreateProgramme>

/** A name and a value with its unit; `name` holds both languages. */
export const ProgrammeFact = z.object({
  ...Names,
  unit: z.enum(['money', 'count', 'day', 'odds', 'percent', 'multiple', 'text', 'name']),
  value: z.union([z.string(), z.number(), z.object(Names), z.null()]),
  /** Small words beneath the value: how sure it is. */
  noteZh: z.string().optional(),
  noteEn: z.string().optional(),
  /** Published too, but no figure that a page begins with. */
  isDetail: z.boolean(),
})
export type ProgrammeFact = z.infer<typeof ProgrammeFact>

/** Where an account stands: debits less credits, fen. `party`: owed to somebody; a credit balance is what the shop owes. */
export const ProgrammeBalance = z.object({
  account: z.string(),
  ...Names,
  cents: z.number().int(),
  party: z.string().nullable(),
})
export type ProgrammeBalance = z.infer<typeof ProgrammeBalance>

export const PROGRAMME_STATES = ['draft', 'waiting', 'open', 'closed'] as const

/** Row of GET /v1/stores/{store}/programmes. */
export const ProgrammeInfo = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  terms: Values,
  state: z.enum(PROGRAMME_STATES),
  /** SHA-256 of the seed, published from the beginning; the seed itself once nothing is drawn any more. */
  commitment: z.string(),
  seed: z.string().nullable(),
  facts: z.array(ProgrammeFact),
  cases: Count,
  /** Effects that somebody still has to carry out. */
  toDo: Count,
  balances: z.array(ProgrammeBalance),
  request: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  openedBy: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type ProgrammeInfo = z.infer<typeof ProgrammeInfo>

/** POST …/programmes/{programme}/open — a second person's word puts it into force; nobody changes terms afterwards. */
export const OpenProgramme = z.strictObject({ reason: z.string().trim().max(300).default('') })
export type OpenProgramme = z.input<typeof OpenProgramme>

/** Answer to what may need a second person: made now, or the request that waits. */
export const ProgrammeAsked = z.object({
  performed: z.boolean(),
  request: z.string().nullable(),
  programme: ProgrammeInfo,
})
export type ProgrammeAsked = z.infer<typeof ProgrammeAsked>

/** POST …/programmes/{programme}/commands — the same `commandId` again gives the same answer. */
export const PlayProgramme = z.strictObject({
  commandId: z.string().min(1).max(80),
  command: z.string().max(40),
  caseId: CaseId.optional().describe('of commands about one case'),
  buyerId: z.string().min(1).max(200).optional().describe('of commands that open a case for a buyer'),
  marks: PersonMarks.optional(),
  values: Values.default({}),
})
export type PlayProgramme = z.input<typeof PlayProgramme>

export const ProgrammeCase = z.object({
  id: z.string(),
  status: z.string(),
  facts: z.array(ProgrammeFact),
  /** The next day on which something happens by itself. */
  dueDay: z.string().nullable(),
  openedAt: z.string(),
  movedAt: z.string(),
})
export type ProgrammeCase = z.infer<typeof ProgrammeCase>

/** GET …/programmes/{programme}/cases — the last that moved first. */
export const ProgrammeCaseQuery = z.object({
  status: z.string().max(40).optional(),
  q: z.string().trim().max(80).optional().describe('part of a case id'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ProgrammeCaseQuery = z.input<typeof ProgrammeCaseQuery>
export const ProgrammeCasePage = z.object({ cases: z.array(ProgrammeCase), total: Count })
export type ProgrammeCasePage = z.infer<typeof ProgrammeCasePage>

export const PROGRAMME_EFFECT_KINDS = [
  'ship',
  'pack',
  'refund',
  'charge',
  'points',
  'remind',
  'sendBack',
  'coupon',
] as const

/** What has to be carried out, each key once. Points are credited by the shop itself and are done from the beginning. */
export const ProgrammeEffect = z.object({
  key: z.string(),
  caseId: z.string(),
  kind: z.enum(PROGRAMME_EFFECT_KINDS),
  cents: z.number().int().optional(),
  points: z.number().int().optional(),
  skuIds: z.array(z.string()).optional(),
  /** What the goods are called, in the order of `skuIds`; an id that is not known stands for itself. */
  titles: z.array(z.string()).optional(),
  units: Count.optional(),
  note: z.string().optional(),
  /** Of a coupon: the batch it is of, and the last day it is good for. */
  batch: z.string().optional(),
  throughDay: z.string().optional(),
  instruction: z.string().optional(),
  at: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
})
export type ProgrammeEffect = z.infer<typeof ProgrammeEffect>

export const ProgrammePlayed = z.object({ case: ProgrammeCase.nullable(), effects: z.array(ProgrammeEffect) })
export type ProgrammePlayed = z.infer<typeof ProgrammePlayed>

/** GET …/programmes/{programme}/effects — the oldest first. */
export const ProgrammeEffectQuery = z.object({
  open: z.enum(['yes', 'no']).default('no').describe('yes: only what still has to be done'),
  kind: z.enum(PROGRAMME_EFFECT_KINDS).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})
export type ProgrammeEffectQuery = z.input<typeof ProgrammeEffectQuery>

/** POST …/programmes/{programme}/effects/done — shipped, packed, told: ticked off, once. */
export const FinishEffects = z.strictObject({ keys: z.array(z.string().min(1).max(200)).min(1).max(1000) })
export type FinishEffects = z.input<typeof FinishEffects>

/** GET …/programmes/{programme}/boxes and the like: what anybody needs, beside the seed, to work the draws out again. */
export const ProgrammeProof = z.object({
  kind: z.string(),
  commitment: z.string(),
  seed: z.string().nullable(),
  terms: Values,
  cases: z.array(z.object({ id: z.string(), state: Values })).describe('in the order in which they came'),
})
export type ProgrammeProof = z.infer<typeof ProgrammeProof>
