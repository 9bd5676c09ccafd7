import type { PartnerScore } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import styles from './partners.module.css'
import { strings } from './strings.ts'

/** From here on a partner keeps what was agreed; below the second somebody else is looked for. As the engine proposes. */
const [GOOD, POOR] = [90, 70]

/** A score in the colour of what it says, with what it rests on. */
export function ScoreText({ score: { score, kept, missed } }: { score: PartnerScore }) {
  const t = useStrings(strings)
  const tone = score === null ? styles.quiet : score >= GOOD ? styles.good : score < POOR ? styles.bad : styles.warn
  return (
    <span className={tone} data-value={score ?? ''} title={`${t.kept} ${kept} · ${t.missed} ${missed}`}>
      {score ?? '–'}
    </span>
  )
}
