import type { Store } from '@zhanggui/contract'
import { assert, businessDayOf } from '@zhanggui/kernel'
import { buildPlanDocument, type DocumentFacts, type Plan } from '@zhanggui/plan'
import { checkDocument, type Language, type ReportDocument, renderDocx, renderPptx } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { planOfVersion, readVersionRow } from '../../goals/plans/plan-versions.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { Asker } from '../../insight/run-query.ts'
import { documentLinks } from '../document-links.ts'
import { gatherDocumentFacts } from './gather-document-facts.ts'
import { signedBy } from './signed-by.ts'

export type DocumentOptions = { language: Language; version?: number | undefined; asker?: Asker }

/** A document with the instant that its files are stamped with. */
export type DatedDocument = { document: ReportDocument; at: string }

type Source = { plan: Plan; version: DocumentFacts['version']; at: string }

/** The plan as it stands, or as it was cut. An approved plan that nobody has reopened is its version. */
async function sourceOf(
  context: Context,
  store: Store,
  planId: string,
  { version: number, language }: DocumentOptions,
): Promise<Source> {
  const { plan, summary } = await readPlan(context, store.id, planId)
  const asked = number ?? (summary.status === 'approved' ? summary.version : undefined)
  if (asked === undefined) return { plan, version: null, at: summary.updatedAt }
  const row = await readVersionRow(context.records.db, { store: store.id, plan: planId }, asked)
  const names = await namesOfActors(context, [row.createdBy])
  const day = businessDayOf(row.createdAt, store.timezone)
  const version = { number: row.number, approved: row.approved, by: signedBy(row.createdBy, names, language), day }
  return { plan: planOfVersion(row), version, at: row.createdAt.toISOString() }
}

/**
 * The plan of a year as a document of six chapters (P14.16).
 * Errors: `not_found`. A document that the check of documents would refuse is a bug and throws.
 */
export async function planDocument(
  context: Context,
  store: Store,
  planId: string,
  options: DocumentOptions,
): Promise<DatedDocument> {
  const { language, asker } = options
  const source = await sourceOf(context, store, planId, options)
  const facts = await gatherDocumentFacts(context, store, { ...source, asker })
  const document = buildPlanDocument(source.plan, facts, language)
  const faults = checkDocument(document)
  assert(faults.length === 0, `a plan document stands up to its check: ${JSON.stringify(faults.slice(0, 3))}`)
  return { document, at: source.at.replace(/\.\d+Z$/, 'Z') }
}

export const DOCUMENT_FORMATS = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    render: renderPptx,
  },
} as const
export type DocumentFormat = keyof typeof DOCUMENT_FORMATS

/** The document as an office file; the same plan, data and language give the same bytes. */
export async function planDocumentFile(
  context: Context,
  store: Store,
  planId: string,
  { format, ...options }: DocumentOptions & { format: DocumentFormat },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { document, at } = await planDocument(context, store, planId, options)
  const { type, render } = DOCUMENT_FORMATS[format]
  const page = `review/plan-document?${new URLSearchParams({ plan: planId })}`
  return {
    name: `${planId}.${format}`,
    type,
    bytes: await render(document, at, documentLinks(context, store, { page, plan: planId })),
  }
}
