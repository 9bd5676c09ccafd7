import type { DocumentBlock } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import styles from './document-gantt.module.css'
import { type Bar, barsOf } from './gantt-bars.ts'

type GanttBlock = Extract<DocumentBlock, { kind: 'gantt' }>

/** The year's events over its months. */
export function DocumentGantt({ block }: { block: GanttBlock }) {
  const format = useFormat()
  const { bars, months } = barsOf(block)
  const style = ({ left, width }: Pick<Bar, 'left' | 'width'>) => ({ insetInlineStart: `${left}%`, width: `${width}%` })
  return (
    <figure className={styles.gantt}>
      <figcaption>{block.title}</figcaption>
      <div className={styles.months} aria-hidden>
        {months.map(({ key, left, width }) => (
          <span key={key} style={style({ left, width })}>
            {Number(key.slice(5))}
          </span>
        ))}
      </div>
      <ul>
        {bars.map(({ key, label, from, to, left, width }) => (
          <li key={key}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track}>
              <span className={styles.bar} style={style({ left, width })} title={format.dayRange({ from, to })} />
            </span>
            <span className="visually-hidden">{format.dayRange({ from, to })}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
