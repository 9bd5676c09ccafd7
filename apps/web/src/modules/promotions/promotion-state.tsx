import type { PromotionState as State } from '@zhanggui/contract'
import { useStrings } from '../../locale/strings.ts'
import styles from './promotion-state.module.css'
import { stateStrings } from './state-strings.ts'

/** Where a promotion stands, as a word with a dot. */
export function PromotionState({ state }: { state: State }) {
  const t = useStrings(stateStrings)
  return (
    <span className={styles.state} data-state={state}>
      {t[state]}
    </span>
  )
}
