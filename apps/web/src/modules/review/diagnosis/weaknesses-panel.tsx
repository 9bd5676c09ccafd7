import type { Weakness, Weaknesses } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { DayRange } from '../../../range/range.ts'
import { exploreLink } from '../../insight/explore/explore-link.ts'
import { diagnosisStrings } from './strings.ts'
import { useWeaknesses } from './use-diagnosis.ts'
import styles from './weaknesses-panel.module.css'

/** Weak places, each with its measure, its evidence and what to do; then what nobody can judge yet, and why. */
export function WeaknessesPanel({ store, days }: { store: string; days: DayRange }) {
  const t = useStrings(diagnosisStrings)
  const weaknesses = useWeaknesses(store, days)
  return (
    <Panel<Weaknesses> title={t.weaknesses} query={weaknesses} height={220}>
      {(data) => (
        <>
          {data.weaknesses.length === 0 ? (
            <EmptyState title={t.none} text={t.noneText} />
          ) : (
            <ul className={styles.list} aria-label={t.weaknesses}>
              {data.weaknesses.map((weakness) => (
                <WeakPlace key={weakness.id} weakness={weakness} store={store} currency={data.currency} />
              ))}
            </ul>
          )}
          <p className={styles.rest}>{t.healthy(data.healthy)}</p>
          <Unknown data={data} />
        </>
      )}
    </Panel>
  )
}

function WeakPlace({ weakness, store, currency }: { weakness: Weakness; store: string; currency: string }) {
  const t = useStrings(diagnosisStrings)
  const language = useLanguage()
  const format = useFormat(currency)
  const zh = language === 'zh'
  const { query, unit } = weakness
  const figures = query && exploreLink(store, { metrics: query.metrics, dimensions: query.by, days: query })
  return (
    <li className={styles.weak}>
      <div className={styles.head}>
        <Tag color="gold">{t[weakness.class]}</Tag>
        <strong>{nameOf(weakness, language)}</strong>
        <span className={styles.measure} data-value={weakness.value}>
          {t.own} {format.short(weakness.value, unit)} · {t.limit} {format.short(weakness.limit, unit)}
        </span>
      </div>
      <p className={styles.evidence}>{zh ? weakness.evidenceZh : weakness.evidenceEn}</p>
      <p className={styles.action}>{zh ? weakness.actionZh : weakness.actionEn}</p>
      <div className={styles.links}>
        <Link to={`/stores/${encodeURIComponent(store)}/${weakness.link}`}>
          <Button size="small" type="primary" tabIndex={-1}>
            {t.act}
          </Button>
        </Link>
        {figures && <Link to={figures}>{t.figures}</Link>}
        <span className={styles.source}>
          {t.source}：{weakness.limitSource}
        </span>
      </div>
    </li>
  )
}

function Unknown({ data }: { data: Weaknesses }) {
  const t = useStrings(diagnosisStrings)
  const language = useLanguage()
  if (data.unknown.length === 0) return null
  const words = data.unknown.map((u) => `${nameOf(u, language)}（${language === 'zh' ? u.whyZh : u.whyEn}）`)
  return (
    <p className={styles.rest}>
      {t.unknown}：{words.join('；')}
    </p>
  )
}
