import type { RankLevers } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import link from '../../../parts/link.module.css'
import { Panel } from '../../../parts/panel.tsx'
import styles from './ranks.module.css'
import { strings } from './strings.ts'
import { useRankLevers } from './use-ranks.ts'

const HEIGHT = 260

/** What lifts a rank by the law, with the figure that speaks for it and what it rests on. */
export function LeversPanel({ store, subject }: { store: string; subject: string }) {
  const t = useStrings(strings)
  const format = useFormat()
  const query = useRankLevers(store, subject)
  const note = query.data && t.leversNote(format.dayRange(query.data))
  return (
    <Panel<RankLevers> title={t.levers} note={note} query={query} height={HEIGHT}>
      {({ levers, currency }) => (
        <ul className={styles.list}>
          {levers.map((lever) => (
            <LeverRow key={lever.id} store={store} lever={lever} currency={currency} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

type RowProps = { store: string; lever: RankLevers['levers'][number]; currency: string }

function LeverRow({ store, lever, currency }: RowProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(currency)
  const isZh = language === 'zh'
  const metric = isZh ? lever.metricZh : lever.metricEn
  return (
    <li data-lever={lever.id}>
      <b>{nameOf(lever, language)}</b>{' '}
      {metric !== null && (
        <span className={styles.warn} data-value={lever.own ?? ''}>
          {t.weaker(metric, format.short(lever.own, lever.unit), format.short(lever.shop, lever.unit))}
        </span>
      )}
      <div>{isZh ? lever.howZh : lever.howEn}</div>
      <div className={styles.note}>
        {t.basis}：{isZh ? lever.basisZh : lever.basisEn} ·{' '}
        <Link className={link.link} to={`/stores/${store}/${lever.link}`}>
          {t.go}
        </Link>
      </div>
    </li>
  )
}
