import { createHash } from 'node:crypto'
import { type Finding, findingKey } from '@zhanggui/plan'

/** Short enough for a path; the chance that two findings of a plan share one is nil. */
const KEY_LENGTH = 24

/** What a finding is called in paths and acknowledgements: a digest of its rule, place and figures. */
export const keyOf = (finding: Pick<Finding, 'rule' | 'at' | 'figures'>): string =>
  createHash('sha256').update(findingKey(finding)).digest('hex').slice(0, KEY_LENGTH)
