import { OpenProgramme } from '@zhanggui/contract'
import { and, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { defineApproval } from '../../../admin/approvals/define-approval.ts'
import { requestApproval } from '../../../admin/approvals/request-approval.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { presentTerms } from '../present-terms.ts'
import { programmes } from '../schema.ts'
import { ownProgramme, readProgrammeRow } from './programme-rows.ts'
import { requireBatches } from './require-batches.ts'

const Payload = z.object({
  programme: z.string(),
  name: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  terms: z.array(z.object({ nameZh: z.string(), nameEn: z.string(), money: z.number().nullable(), text: z.string() })),
})

/** A programme promises money, goods or points to buyers and partners: it begins with a second person's word (P13.10). */
export const PROGRAMME_APPROVAL = defineApproval({
  id: 'programme',
  nameZh: '营销项目生效',
  nameEn: 'Opening a programme',
  payload: Payload,
  permissions: { ask: 'plan:write', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ name, kindZh, kindEn, terms }) => ({
    zh: `${kindZh}“${name}”生效`,
    en: `Open "${name}" (${kindEn})`,
    changes: terms.map(({ nameZh, nameEn, money, text }) => ({
      subject: '',
      nameZh,
      nameEn,
      unit: money === null ? 'text' : 'money',
      before: null,
      after: money ?? text,
    })),
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const key = { store: asker.store, programme: payload.programme }
    const opened = await tx
      .update(programmes)
      .set({ openedBy: asker.actor, openedAt: context.clock.now() })
      .where(and(ownProgramme(key), isNull(programmes.openedAt), isNull(programmes.closedAt)))
      .returning({ id: programmes.id })
    if (opened.length === 0) throw new ApiFailure('programme_moved_on')
    const subject = `programmes/${payload.programme}`
    await record({ store: asker.store, actor: asker.actor, action: 'open', subject, reason })
  },
})

/**
 * Asks for a programme to begin. Shape: whether it is open now, or the request that waits.
 * Errors: throws `not_found`, `programme_moved_on` for one that was opened or closed before, `programme_faults` for a coupon batch
 * that is not there or not as the terms say.
 */
export async function openProgramme(
  context: Context,
  caller: ResourceCaller,
  given: { programme: string; input: OpenProgramme },
): Promise<{ performed: boolean; request: string | null }> {
  const { reason } = parseInput(OpenProgramme, given.input)
  const key = { store: caller.store, programme: given.programme }
  const row = await readProgrammeRow(context.records.db, key)
  if (row.openedAt || row.closedAt) throw new ApiFailure('programme_moved_on')
  await requireBatches(context, row)
  const payload = { programme: row.id, name: row.name, ...presentTerms(row) }
  const asked = await requestApproval(context, PROGRAMME_APPROVAL, caller, { payload, reason: reason || row.name })
  const request = asked.request?.id ?? null
  await context.records.db.update(programmes).set({ request }).where(ownProgramme(key))
  return { performed: asked.performed, request }
}
