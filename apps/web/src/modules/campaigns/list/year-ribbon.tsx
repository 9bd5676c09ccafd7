import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { campaignWords } from '../campaign-words.ts'
import type { Ribbon, RibbonPart } from './ribbon-bars.ts'
import styles from './year-ribbon.module.css'

/** Every campaign of a year as a line of its phases, one under the other, over the months. */
export function YearRibbon({ ribbon }: { ribbon: Ribbon }) {
  const words = useStrings(campaignWords)
  const store = useStoreId()
  const format = useFormat()
  const told = ({ phase, from, to }: RibbonPart): string => `${words[phase]} ${format.dayRange({ from, to })}`
  return (
    <div className={styles.ribbon}>
      <div className={styles.months} aria-hidden>
        {ribbon.months.map(({ month, at }) => (
          <span key={month} style={{ insetInlineStart: `${at * 100}%` }}>
            {month}
          </span>
        ))}
      </div>
      <ul className={styles.rows}>
        {ribbon.rows.map(({ id, name, parts }) => (
          <li key={id}>
            <Link
              to={`/stores/${store}/campaigns/${id}`}
              className={styles.row ?? ''}
              aria-label={`${name}：${parts.map(told).join('，')}`}
            >
              <span className={styles.name} style={nameAt(parts)} data-side={sideOf(parts)}>
                {name}
              </span>
              {parts.map((part) => (
                <span
                  key={`${part.phase}${part.wave}`}
                  className={styles.part}
                  data-phase={part.phase}
                  title={told(part)}
                  style={{ insetInlineStart: `${part.start * 100}%`, width: `${part.width * 100}%` }}
                />
              ))}
            </Link>
          </li>
        ))}
      </ul>
      {ribbon.todayShare !== null && (
        <span className={styles.today} style={{ insetInlineStart: `${ribbon.todayShare * 100}%` }} aria-hidden />
      )}
    </div>
  )
}

/** A campaign of the second half has its name before it, so that no name runs out of the year. */
const sideOf = (parts: readonly RibbonPart[]): 'before' | 'after' => ((parts[0]?.start ?? 0) > 0.5 ? 'before' : 'after')

function nameAt(parts: readonly RibbonPart[]) {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return {}
  if (sideOf(parts) === 'before') return { insetInlineEnd: `${(1 - first.start) * 100}%` }
  return { insetInlineStart: `${(last.start + last.width) * 100}%` }
}
