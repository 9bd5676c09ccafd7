import { z } from 'zod'
import { Unit } from './metrics.ts'

/** Where a figure of a document comes from: an object of the plan, a question to the metric catalogue, a record. */
export const DocumentReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), part: z.string(), id: z.string().nullable(), field: z.string().nullable() }),
  z.object({
    kind: z.literal('query'),
    metrics: z.array(z.string()),
    by: z.array(z.string()),
    from: z.string(),
    to: z.string(),
    filters: z
      .array(z.object({ dimension: z.string(), op: z.enum(['in', 'notIn']), values: z.array(z.string()) }))
      .optional(),
    compare: z.enum(['previous', 'yoy', 'campaignDay']).optional(),
  }),
  z.object({ kind: z.literal('record'), resource: z.string(), id: z.string().nullable() }),
])
export type DocumentReference = z.infer<typeof DocumentReference>

export const DocumentFigure = z.object({
  value: z.number().nullable(),
  unit: Unit,
  ref: DocumentReference,
  /** A ratio that is a movement: a share of what was, or the distance of two ratios in points. */
  as: z.enum(['growth', 'points']).optional(),
})
export type DocumentFigure = z.infer<typeof DocumentFigure>

const Cell = z.union([z.string(), DocumentFigure])
const Values = z.array(z.number().nullable())

/** One block of a document. Charts carry their figures; `gantt` days are half-open; `missing` stands in drafts only. */
export const DocumentBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), sentences: z.array(z.object({ pieces: z.array(Cell) })) }),
  z.object({ kind: z.literal('author'), text: z.string() }),
  z.object({
    kind: z.literal('figures'),
    items: z.array(z.object({ label: z.string(), figure: DocumentFigure, note: z.string() })),
  }),
  z.object({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'right']), width: z.number() })),
    rows: z.array(z.object({ cells: z.array(Cell), depth: z.number().optional(), strong: z.boolean().optional() })),
  }),
  z.object({
    kind: z.literal('chart'),
    title: z.string(),
    type: z.enum(['bar', 'line', 'stacked']),
    unit: Unit,
    categories: z.array(z.string()),
    series: z.array(z.object({ name: z.string(), values: Values, pale: z.boolean().optional() })),
    ref: DocumentReference,
  }),
  z.object({
    kind: z.literal('gantt'),
    title: z.string(),
    from: z.string(),
    to: z.string(),
    rows: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
    ref: DocumentReference,
  }),
  z.object({ kind: z.literal('missing'), text: z.string(), ref: DocumentReference }),
])
export type DocumentBlock = z.infer<typeof DocumentBlock>

/** GET /v1/stores/{store}/plans/{plan}/document — and `.docx`, `.pptx` of the same. */
export const PlanDocument = z.object({
  title: z.string(),
  subtitle: z.string(),
  language: z.enum(['zh', 'en']),
  currency: z.string(),
  draft: z.boolean(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  chapters: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(DocumentBlock) })),
})
export type PlanDocument = z.infer<typeof PlanDocument>

/** `version`: a number that was cut; without it the plan as it stands. */
export const PlanDocumentQuery = z.object({
  language: z.enum(['zh', 'en']).default('zh'),
  version: z.coerce.number().int().min(1).optional(),
})
export type PlanDocumentQuery = z.input<typeof PlanDocumentQuery>
