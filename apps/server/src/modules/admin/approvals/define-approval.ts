import type { ApprovalChange, Permission, Role } from '@zhanggui/contract'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { RecordChange } from '../audit.ts'

/** Who asks: the shop, the name for the trail (`user:<id>`), and the role that the change is made with. */
export type Asker = { store: string; actor: string; role: Role }

/** A change as a list shows it; a change with a `permission` is shown to those who hold it. */
export type DescribedChange = ApprovalChange & { permission?: Permission | undefined }

export type ApprovalDescription = { zh: string; en: string; changes: readonly DescribedChange[] }

export type ApprovalDeclaration<P extends Record<string, unknown> = Record<string, unknown>> = {
  /** In the API and the trail, e.g. `product-price`. Never change it: open requests carry it. */
  id: string
  nameZh: string
  nameEn: string
  /** What the change needs when it is made, days later perhaps; plain JSON without personal data of buyers. */
  payload: z.ZodType<P>
  permissions: { ask: Permission; approve: Permission }
  /** Whether a shop that said nothing asks for approval. `always`: no shop can switch it off. */
  needed: 'unless-switched-off' | 'once-switched-on' | 'always'
  /** Asked for only where the server itself works the payload out; the general route refuses it, so that no figure is made up. */
  ownRouteOnly?: boolean
  /** After so many hours without an answer a request expires. */
  expiryHours: number
  /** The request in one sentence, and the values it would change. */
  describe(payload: P): ApprovalDescription
  /**
   * Makes the change inside the transaction that also stores the approval: both or neither. Record what was changed with
   * `record`, in the name of `asker`. What it throws (a stale version) is told to the person who approves, and the request
   * stays open.
   */
  perform(
    context: Context,
    tx: RecordTx,
    step: { payload: P; asker: Asker; reason: string; record: RecordChange },
  ): Promise<void>
}

/**
 * Declares what needs a second person. Put the declaration into `registry.ts` and call `requestApproval` where the change
 * would otherwise be made.
 * @example
 * export const RESERVE_RELEASE = defineApproval({
 *   id: 'reserve-release', nameZh: '预备金动用', nameEn: 'Release of the reserve', needed: 'unless-switched-off', expiryHours: 72,
 *   payload: z.object({ planId: z.string(), cents: z.int() }),
 *   permissions: { ask: 'budget:post', approve: 'money:approve' },
 *   describe: ({ cents }) => ({ zh: '动用预备金', en: 'Release the reserve', changes: [{ … unit: 'money', before: null, after: cents }] }),
 *   perform: (context, tx, { payload, asker, record }) => postRelease(tx, record, asker, payload),
 * })
 */
export function defineApproval<P extends Record<string, unknown>>(
  declaration: ApprovalDeclaration<P>,
): ApprovalDeclaration<P> {
  return declaration
}
