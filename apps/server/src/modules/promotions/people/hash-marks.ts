import { createHmac } from 'node:crypto'
import type { PersonMarks } from '@zhanggui/contract'
import { MARK_KINDS, type MarkKind } from '@zhanggui/gameplay'
import type { Context } from '../../../context.ts'

export type HashedMark = { kind: MarkKind; mark: string }

/**
 * A device, an address and a way to pay as keyed hashes of the shop: the words are kept nowhere, and two shops cannot be matched.
 * Widths, case and spaces of the words do not matter.
 */
export function hashMarks({ secrets }: Pick<Context, 'secrets'>, store: string, marks: PersonMarks = {}): HashedMark[] {
  const secret = secrets.keyOf(`person-marks/${store}`)
  return MARK_KINDS.flatMap((kind) => {
    const words = (marks[kind] ?? '').normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
    if (words === '') return []
    return [{ kind, mark: createHmac('sha256', secret).update(`${kind}\n${words}`).digest('hex').slice(0, 32) }]
  })
}
