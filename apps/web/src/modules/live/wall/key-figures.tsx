import type { LiveBoard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './figures.module.css'
import { strings } from './strings.ts'

/** The figures beside the amount; `few` for a phone. */
export function KeyFigures({ board, few = false }: { board: LiveBoard; few?: boolean }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const { figures } = board
  const all = [
    { id: 'uv', name: t.visitors, value: figures.uv, text: format.short(figures.uv, 'count') },
    { id: 'cvr', name: t.cvr, value: figures.cvr, text: format.short(figures.cvr, 'ratio') },
    { id: 'aov', name: t.aov, value: figures.aovCents, text: format.short(figures.aovCents, 'money') },
    { id: 'orders', name: t.orders, value: figures.orders, text: format.short(figures.orders, 'count') },
    { id: 'online', name: t.online, value: figures.online, text: format.short(figures.online, 'count') },
    { id: 'bounce', name: t.bounce, value: figures.bounceRate, text: format.short(figures.bounceRate, 'ratio') },
    { id: 'spend', name: t.spend, value: figures.spendCents, text: format.short(figures.spendCents, 'money') },
    { id: 'roi', name: t.roi, value: figures.roi, text: format.short(figures.roi, 'multiple') },
  ]
  // Ad reports come by the day: on most walls they are not in yet, and an empty field says nothing.
  const shown = all.filter(({ id, value }) => !(['spend', 'roi'].includes(id) && value === null))
  return (
    <dl className={styles.figures} data-few={few}>
      {(few ? shown.slice(0, 4) : shown).map(({ id, name, value, text }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd className="tabular" data-metric={id} data-value={value ?? ''}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  )
}
