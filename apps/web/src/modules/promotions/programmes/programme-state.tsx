import type { ProgrammeInfo } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import styles from '../promotion-state.module.css'
import { strings } from './strings.ts'

/** The colours are those of promotions; only the words are other ones. */
const LOOK = { draft: 'draft', waiting: 'waiting', open: 'active', closed: 'ended' } as const

/** Where a programme stands, as a word with a dot. */
export function ProgrammeState({ state }: { state: ProgrammeInfo['state'] }) {
  const t = useStrings(strings)
  return (
    <span className={styles.state} data-state={LOOK[state]}>
      {t[state]}
    </span>
  )
}
