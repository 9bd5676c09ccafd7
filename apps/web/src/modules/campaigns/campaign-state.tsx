import type { CampaignState as State } from '@zhanggui/contract'
import { useStrings } from '../../locale/strings.ts'
import styles from './campaign-state.module.css'
import { campaignWords } from './campaign-words.ts'

/** Where a campaign stands, as a word in the colour of its phase. */
export function CampaignState({ state }: { state: State }) {
  const t = useStrings(campaignWords)
  return (
    <span className={styles.state} data-phase={state}>
      {t[state]}
    </span>
  )
}
