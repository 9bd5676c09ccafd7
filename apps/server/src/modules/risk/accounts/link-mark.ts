import { AccountHash, LinkRiskMark, type RiskAccountPerson } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { nameOfPerson } from '../../admin/people/person-hash.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { holdMark } from '../../promotions/people/know-person.ts'
import { EVERYBODY, personMarks } from '../../promotions/people/schema.ts'
import { readAccountPerson } from './read-account.ts'

type Asked = { store: string; account: string } & Pick<LinkRiskMark, 'kind' | 'mark' | 'of'>
type Unlinking = Pick<typeof personMarks.$inferInsert, 'unlinkedAt' | 'unlinkedBy' | 'unlinkReason'>

const ofBuyer = ({ store, kind, mark }: Asked, buyer: string) =>
  and(
    eq(personMarks.store, store),
    eq(personMarks.kind, kind),
    eq(personMarks.mark, mark),
    eq(personMarks.buyer, buyer),
  )

/** Errors: throws `not_found` for a mark that the account was never seen with. */
async function requireSeen(tx: RecordTx, asked: Asked): Promise<void> {
  const [row] = await tx.select({ mark: personMarks.mark }).from(personMarks).where(ofBuyer(asked, asked.account))
  if (!row) throw new ApiFailure('not_found', { what: `accounts/${asked.account}/${asked.kind}` })
}

/** Whether that was new: the same again keeps the reason that was given first. */
async function write(tx: RecordTx, asked: Asked, unlinking: Unlinking, now: Date): Promise<boolean> {
  const buyer = asked.of === 'everybody' ? EVERYBODY : asked.account
  const [row] = await tx.select().from(personMarks).where(ofBuyer(asked, buyer)).for('update')
  const isOff = unlinking.unlinkedAt !== null
  if (((row?.unlinkedAt ?? null) !== null) === isOff) return false
  const { store, kind, mark } = asked
  // A row for everybody stands for nothing but the taking off.
  if (buyer === EVERYBODY && !isOff) await tx.delete(personMarks).where(ofBuyer(asked, buyer))
  else if (row) await tx.update(personMarks).set(unlinking).where(ofBuyer(asked, buyer))
  else await tx.insert(personMarks).values({ store, kind, mark, buyer, seenAt: now, ...unlinking })
  return true
}

/** How people tell one device from another: the first digits of its hash. */
const shortMark = (mark: string): string => mark.slice(0, 6).toUpperCase()

async function linkMark(
  context: Context,
  { store, actor }: ResourceCaller,
  hash: string,
  { reason, isLinked, ...given }: ReturnType<typeof LinkRiskMark.parse> & { isLinked: boolean },
): Promise<RiskAccountPerson> {
  const account = parseInput(AccountHash, hash)
  const asked = { store, account, ...given }
  const subject = `accounts/${nameOfPerson(context, store, account)}`
  const now = context.clock.now()
  const unlinking = isLinked
    ? { unlinkedAt: null, unlinkedBy: null, unlinkReason: null }
    : { unlinkedAt: now, unlinkedBy: actor, unlinkReason: reason }
  await auditedTransaction(context, async (tx, record) => {
    await holdMark(tx, asked)
    await requireSeen(tx, asked)
    if (!(await write(tx, asked, unlinking, now))) return
    const about = { kind: asked.kind, mark: shortMark(asked.mark), of: asked.of }
    await record({
      store,
      actor,
      action: isLinked ? 'relink' : 'unlink',
      subject,
      before: { ...about, counts: !isLinked },
      after: { ...about, counts: isLinked },
      reason,
    })
  })
  return readAccountPerson(context, store, account)
}

/**
 * Takes a mark off an account, or off everybody who uses it, with a reason; it is not taken again, however often it is seen. What was
 * bought before stays as it was decided. Errors: throws `not_found` for a mark that the account was never seen with.
 */
export const unlinkMark = (
  context: Context,
  caller: ResourceCaller,
  account: string,
  input: LinkRiskMark,
): Promise<RiskAccountPerson> =>
  linkMark(context, caller, account, { ...parseInput(LinkRiskMark, input), isLinked: false })

/** Lets a mark count again, with a reason. Errors: as `unlinkMark`. */
export const relinkMark = (
  context: Context,
  caller: ResourceCaller,
  account: string,
  input: LinkRiskMark,
): Promise<RiskAccountPerson> =>
  linkMark(context, caller, account, { ...parseInput(LinkRiskMark, input), isLinked: true })
