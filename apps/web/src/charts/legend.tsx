import type { ChartOption } from './chart-option.ts'
import styles from './legend.module.css'

type Entry = { name: string; colour: string }

/** Series that have a name; bands of campaign days have none. */
function entriesOf(option: ChartOption): Entry[] {
  const series = Array.isArray(option.series) ? option.series : []
  return series.flatMap(({ name, color }) =>
    typeof name === 'string' && typeof color === 'string' ? [{ name, colour: color }] : [],
  )
}

/** Names beside their colours, as text that wraps, instead of a legend drawn into the picture. One line needs none. */
export function Legend({ option }: { option: ChartOption }) {
  const entries = entriesOf(option)
  if (entries.length < 2) return null
  return (
    <ul className={styles.legend}>
      {entries.map(({ name, colour }) => (
        <li key={name}>
          <span className={styles.dot} style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  )
}
