import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { type ApprovalDeclaration, type DescribedChange, defineApproval } from '../approvals/define-approval.ts'
import { type Asked, requestApproval } from '../approvals/request-approval.ts'
import { readRule } from '../approvals/rules.ts'
import { keyTextOf, type Resource, type ResourceData } from './define-resource.ts'
import { hideFields, type ResourceCaller } from './resource-access.ts'
import { newRow } from './resource-rows.ts'
import { insertNew, replaceData } from './write-resource.ts'
import { writeRows } from './write-rows.ts'

const Value = z.union([z.string(), z.number(), z.null()])

/** A guarded value as it was and would be; `subject` is the row's key. */
const GuardedChange = z.object({ subject: z.string(), field: z.string(), before: Value, after: Value })
export type GuardedChange = z.infer<typeof GuardedChange>

const Data = z.record(z.string(), z.unknown())
const changes = z.array(GuardedChange)

const ChangePayload = z.discriminatedUnion('action', [
  z.object({ action: z.literal('create'), id: z.string(), data: Data, changes }),
  z.object({ action: z.literal('update'), id: z.string(), version: z.number().int(), data: Data, changes }),
  z.object({ action: z.literal('rows'), rows: z.array(z.object({ line: z.number(), data: Data })), changes }),
])
type ChangePayload = z.infer<typeof ChangePayload>

const asValue = (value: unknown): GuardedChange['before'] =>
  typeof value === 'number' || typeof value === 'string' ? value : null

/** The guarded fields that a change would give another value; none for a resource that guards nothing. */
export function guardedChanges(resource: Resource, before: ResourceData | null, after: ResourceData): GuardedChange[] {
  const subject = (JSON.parse(keyTextOf(resource, after)) as unknown[]).map(String).join(' / ')
  return (resource.approval?.fields ?? [])
    .map((field) => ({ subject, field, before: asValue(before?.[field]), after: asValue(after[field]) }))
    .filter((change) => change.before !== change.after)
}

const described = (resource: Resource, { subject, field, before, after }: GuardedChange): DescribedChange => {
  const declared = resource.fields[field]
  return {
    subject,
    nameZh: declared?.nameZh ?? field,
    nameEn: declared?.nameEn ?? field,
    unit: declared?.kind === 'money' ? 'money' : 'text',
    before,
    after,
    permission: declared?.permission,
  }
}

const SUMMARY = {
  create: { zh: '新建', en: 'New' },
  update: { zh: '修改', en: 'Change of' },
  rows: { zh: '按文件批量修改', en: 'File of' },
}

const known = new Map<Resource, ApprovalDeclaration<ChangePayload>>()

/** The approval that changes of a resource's guarded fields need; null for a resource that guards nothing. */
export function resourceApproval(resource: Resource): ApprovalDeclaration<ChangePayload> | null {
  const { approval, nameZh, nameEn } = resource
  if (!approval) return null
  const made = known.get(resource)
  if (made) return made
  const declaration = defineApproval<ChangePayload>({
    id: approval.id,
    nameZh: approval.nameZh,
    nameEn: approval.nameEn,
    payload: ChangePayload,
    permissions: { ask: resource.permissions.write, approve: approval.approve },
    needed: 'once-switched-on',
    expiryHours: 72,
    describe(payload) {
      const subjects = [...new Set(payload.changes.map(({ subject }) => subject))]
      const more = subjects.length > 3 ? ` … (${subjects.length})` : ''
      const listed = `${subjects.slice(0, 3).join(', ')}${more}`
      return {
        zh: `${SUMMARY[payload.action].zh}${nameZh} ${listed}`,
        en: `${SUMMARY[payload.action].en} ${nameEn.toLowerCase()} ${listed}`,
        changes: payload.changes.map((change) => described(resource, change)),
      }
    },
    async perform(context, tx, { payload, asker, reason, record }) {
      const writing = { tx, record }
      if (payload.action === 'create') {
        const row = { ...newRow(resource, asker, payload.data, context.clock.now()), id: payload.id }
        return insertNew(context, writing, resource, asker, { row, reason })
      }
      if (payload.action === 'update') {
        const { id, version } = payload
        // What the asker's role may not see was filled in from the row, and is refused as something that they send.
        const data = hideFields(resource, asker.role, payload.data)
        await replaceData(context, writing, resource, asker, { expected: { id, version }, data, reason })
        return
      }
      const { problems } = await writeRows(context, writing, resource, asker, { rows: payload.rows, reason })
      if (problems.length > 0) throw new ApiFailure('invalid_data', { count: problems.length, fields: problems })
    },
  })
  known.set(resource, declaration)
  return declaration
}

/** Asks for a change of guarded fields; null when it needs nobody, and the caller makes it. Errors: as `requestApproval`. */
export async function askForChange(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { payload, reason }: { payload: ChangePayload; reason: string },
): Promise<Asked | null> {
  const declaration = resourceApproval(resource)
  if (!declaration || payload.changes.length === 0) return null
  const { enabled } = await readRule(context.records.db, caller.store, declaration)
  if (!enabled) return null
  return requestApproval(context, declaration, caller, { payload, reason })
}
