import type { CampaignMove } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PersonName } from '../../../../parts/person-name.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { useCheckNames } from '../../check-names.ts'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'

/** How the campaign came to where it is, newest first; a phase that waited says for what. */
export function MoveList({ moves }: { moves: readonly CampaignMove[] }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const nameOf = useCheckNames()
  const format = useFormat()
  if (moves.length === 0) return <EmptyState title={t.noHistory} />
  return (
    <ol className={styles.list}>
      {moves.map(({ sequence, from, to, blockedBy, by, at }) => (
        <li key={sequence} className={styles.row}>
          <span className={blockedBy.length > 0 ? styles.warn : undefined}>
            {blockedBy.length > 0
              ? t.blocked(words[to], blockedBy.map(nameOf).join('、'))
              : t.step(words[from], words[to])}
          </span>
          <span className={styles.note}>
            {by === 'system' ? t.clock : <PersonName person={by} />} {format.instant(at)}
          </span>
        </li>
      ))}
    </ol>
  )
}
