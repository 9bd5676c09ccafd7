import { useFormat } from '../../../format/use-format.ts'
import styles from './share-cell.module.css'

type Props = { share: number | null; largest: number; title: string }

/** A share on a ground that is the deeper, the larger it is: a column reads as a picture, a row as a comparison. */
export function ShareCell({ share, largest, title }: Props) {
  const format = useFormat()
  const depth = share === null || largest === 0 ? 0 : Math.round((share / largest) * 100)
  return (
    <span
      className={styles.share}
      title={title}
      data-value={share ?? ''}
      style={{ background: `color-mix(in srgb, var(--accent-soft) ${depth}%, transparent)` }}
    >
      {share === null ? '–' : format.percent(share)}
    </span>
  )
}
