import type { SurveyQuestionAnswers } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import styles from './bounded-share.module.css'

type Share = SurveyQuestionAnswers['options'][number]['share']

/** A share as a bar with the bounds within which it lies. */
export const BoundedShare = ({ share, format }: { share: Share; format: Format }) =>
  share === null ? (
    <span>–</span>
  ) : (
    <span className={styles.cell} data-value={share.rate}>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ inlineSize: percentOf(share.rate) }} />
        <span
          className={styles.bounds}
          style={{ insetInlineStart: percentOf(share.low), insetInlineEnd: percentOf(1 - share.high) }}
        />
      </span>
      <span className={styles.text}>{format.percent(share.rate)}</span>
    </span>
  )

const percentOf = (fraction: number): string => `${fraction * 100}%`

export const boundsText = (share: Share, format: Format): string =>
  share === null ? '–' : `${format.percent(share.low)} – ${format.percent(share.high)}`
