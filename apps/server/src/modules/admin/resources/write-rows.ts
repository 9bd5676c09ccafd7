import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { AuditChange } from '../audit-entry.ts'
import { canonicalJson } from '../canonical-json.ts'
import { resources } from '../schema.ts'
import { checkData } from './check-data.ts'
import { keyTextOf, type Resource, type ResourceData } from './define-resource.ts'
import type { FieldProblem } from './describe-issue.ts'
import { hideFields, type ResourceCaller } from './resource-access.ts'
import { livingRows, newRow, nextRow, type StoredRow, storeNext } from './resource-rows.ts'
import { changeEntry, mirrorRows, type Writing } from './write-resource.ts'

/** A row to be written, with the place it came from; fields that are not given keep their value. */
export type IncomingRow = { line: number; data: ResourceData }

export type RowProblem = FieldProblem & { line: number; value: string }

export type SavedRows = {
  created: number
  updated: number
  unchanged: number
  problems: RowProblem[]
  /** The rows wait for a second person under this id. */
  waitingApproval?: string
}

export type Plan = {
  inserts: StoredRow[]
  updates: { before: StoredRow; after: StoredRow }[]
  unchanged: number
  problems: RowProblem[]
}

const INSERT_ROWS = 500

const DUPLICATE = { message: '与前面的行重复', messageEn: 'repeats an earlier row' }

const printed = (value: unknown): string => (value === null || value === undefined ? '' : String(value)).slice(0, 200)

const placeProblems = (row: IncomingRow, problems: readonly FieldProblem[]): RowProblem[] =>
  problems.map((problem) => ({ ...problem, line: row.line, value: printed(row.data[problem.field]) }))

/** What writing the rows over the known ones would do; nothing is written here. */
function planRows(
  resource: Resource,
  caller: ResourceCaller,
  { rows, known, now }: { rows: readonly IncomingRow[]; known: ReadonlyMap<string, StoredRow>; now: Date },
): Plan {
  const plan: Plan = { inserts: [], updates: [], unchanged: 0, problems: [] }
  const seen = new Set<string>()
  for (const row of rows) {
    const before = known.get(keyTextOf(resource, row.data))
    const current = before?.data ?? {}
    const sent = { ...(before ? hideFields(resource, caller.role, current) : {}), ...row.data }
    const checked = checkData(resource, caller.role, { current, sent })
    if (!checked.ok) {
      plan.problems.push(...placeProblems(row, checked.problems))
      continue
    }
    const keyText = keyTextOf(resource, checked.data)
    if (seen.has(keyText))
      plan.problems.push(...placeProblems(row, [{ field: resource.keyFields[0] ?? '', ...DUPLICATE }]))
    else if (!before) plan.inserts.push(newRow(resource, caller, checked.data, now))
    else if (canonicalJson(before.data) === canonicalJson(checked.data)) plan.unchanged++
    else {
      const after = nextRow(before, { data: checked.data, keyText }, { actor: caller.actor, now })
      plan.updates.push({ before, after })
    }
    seen.add(keyText)
  }
  return plan
}

async function writePlan(tx: RecordTx, { inserts, updates }: Plan): Promise<void> {
  for (let i = 0; i < inserts.length; i += INSERT_ROWS)
    await tx.insert(resources).values(inserts.slice(i, i + INSERT_ROWS))
  for (const { after } of updates) await storeNext(tx, after)
}

function planEntries(resource: Resource, caller: ResourceCaller, plan: Plan, reason: string): AuditChange[] {
  const created = plan.inserts.map((after) =>
    changeEntry(resource, caller, { action: 'create', before: null, after, reason }),
  )
  const updated = plan.updates.map((step) => changeEntry(resource, caller, { action: 'update', ...step, reason }))
  return [...created, ...updated]
}

type Asked = { rows: readonly IncomingRow[]; reason: string }

/** What writing the rows would do; the rows that are there stay locked until the transaction ends. */
export async function planWrite(
  context: Context,
  tx: RecordTx,
  resource: Resource,
  caller: ResourceCaller,
  rows: readonly IncomingRow[],
): Promise<Plan> {
  const living = await tx.select().from(resources).where(livingRows(resource, caller)).for('update')
  const known = new Map(living.map((row) => [row.keyText, row]))
  return planRows(resource, caller, { rows, known, now: context.clock.now() })
}

/** Adds and updates rows inside an open transaction, all of them or, when any has a problem, none. */
export async function writeRows(
  context: Context,
  { tx, record }: Writing,
  resource: Resource,
  caller: ResourceCaller,
  { rows, reason }: Asked,
): Promise<SavedRows> {
  const plan = await planWrite(context, tx, resource, caller, rows)
  if (plan.problems.length > 0) return { created: 0, updated: 0, unchanged: 0, problems: plan.problems }
  await writePlan(tx, plan)
  await mirrorRows(context, tx, resource, caller.store, [...plan.inserts, ...plan.updates.map(({ after }) => after)])
  const entries = planEntries(resource, caller, plan, reason)
  if (entries.length > 0) await record(...entries)
  return { created: plan.inserts.length, updated: plan.updates.length, unchanged: plan.unchanged, problems: [] }
}
