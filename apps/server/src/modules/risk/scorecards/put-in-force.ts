import { type ActivatedRisk, ActivateRisk } from '@zhanggui/contract'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { riskInForce } from '../schema.ts'
import { pushScorecard } from './push-scorecards.ts'
import { readVersionBody } from './read-standing.ts'

const Payload = z.object({
  version: z.number().int(),
  before: z.number().int(),
  verifyFrom: z.number().int().nullable(),
  denyFrom: z.number().int().nullable(),
})

const inWords = (version: number): string => (version === 0 ? '–' : `v${version}`)

/** Who is refused or asked for a second proof is decided by two people: it turns buyers and their money away. */
export const RISK_IN_FORCE = defineApproval({
  id: 'risk-scorecard',
  nameZh: '风控评分卡生效',
  nameEn: 'Putting a risk scorecard in force',
  payload: Payload,
  permissions: { ask: 'plan:write', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ version, before, verifyFrom, denyFrom }) => ({
    zh:
      version === 0 ? '停用风控评分卡' : `风控评分卡第 ${version} 版生效：${verifyFrom} 分起验证，${denyFrom} 分起拒绝`,
    en:
      version === 0
        ? 'Switch the risk scorecard off'
        : `Put risk scorecard version ${version} in force: check from ${verifyFrom}, refuse from ${denyFrom}`,
    changes: [
      {
        subject: '',
        nameZh: '生效版本',
        nameEn: 'Version in force',
        unit: 'text',
        before: inWords(before),
        after: inWords(version),
      },
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const { store, actor } = asker
    const { version } = payload
    if (version > 0) await readVersionBody(tx, store, version)
    const now = { version, since: context.clock.now(), by: actor, reachedAt: null }
    await tx
      .insert(riskInForce)
      .values({ store, turn: 1, ...now })
      .onConflictDoUpdate({ target: riskInForce.store, set: { ...now, turn: sql`${riskInForce.turn} + 1` } })
    const before = { version: payload.before }
    await record({
      store,
      actor,
      action: 'activate',
      subject: 'risk-scorecards/payment',
      before,
      after: { version },
      reason,
    })
  },
})

/**
 * Asks for a version to judge orders from now on: a newer one, an older one again (rollback), or 0 for none.
 * Shape: whether it is in force now, or the request that waits for a second person. Errors: throws `not_found`, those of `requestApproval`.
 */
export async function putInForce(
  context: Context,
  caller: ResourceCaller,
  input: ActivateRisk,
): Promise<ActivatedRisk> {
  const { version, reason } = parseInput(ActivateRisk, input)
  const { db } = context.records
  const [standing] = await db.select().from(riskInForce).where(eq(riskInForce.store, caller.store))
  const body = version === 0 ? null : await readVersionBody(db, caller.store, version)
  const payload = {
    version,
    before: standing?.version ?? 0,
    verifyFrom: body?.verifyFrom ?? null,
    denyFrom: body?.denyFrom ?? null,
  }
  const asked = await namingActors(context, () => requestApproval(context, RISK_IN_FORCE, caller, { payload, reason }))
  if (asked.performed) await pushScorecard(context, caller.store)
  return { performed: asked.performed, request: asked.request?.id ?? null }
}
