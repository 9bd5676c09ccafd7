import type { AlertReplay, AlertRuleInfo } from '@zhanggui/contract'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { useReplay } from '../use-alerts.ts'
import styles from './rules.module.css'
import { rulesStrings } from './rules-strings.ts'

const DAYS = [7, 14, 30, 90, 365]

/** How often a rule would have fired on the shop's own history. */
export function ReplayDialog({ rule, onClose }: { rule: AlertRuleInfo; onClose: () => void }) {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  const [days, setDays] = useState(30)
  const replay = useReplay()
  const { condition, per } = rule.body
  const ask = () => replay.mutate({ condition, days, ...(per === undefined ? {} : { per }) })
  return (
    <Modal title={t.replayTitle} open width={760} footer={null} onCancel={onClose}>
      <p className={styles.lead}>{t.replayLead(language === 'zh' ? rule.sentenceZh : rule.sentenceEn)}</p>
      <div className={styles.buttons}>
        <Select
          aria-label={t.days}
          value={days}
          onChange={setDays}
          options={DAYS.map((value) => ({ value, label: `${value}` }))}
          style={{ width: 90 }}
        />
        <Button type="primary" loading={replay.isPending} onClick={ask}>
          {t.run}
        </Button>
      </div>
      {replay.error && <Problem compact error={replay.error} />}
      {replay.data && <Answer replay={replay.data} rule={rule} />}
    </Modal>
  )
}

const DAY_MS = 86_400_000
const daysOf = ({ from, to }: AlertReplay): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

function Answer({ replay, rule }: { replay: AlertReplay; rule: AlertRuleInfo }) {
  const t = useStrings(rulesStrings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  const at = (iso: string | null): string => (iso === null ? '–' : format.instant(iso, zone))
  type Firing = AlertReplay['firings'][number]
  const columns: Column<Firing>[] = [
    { key: 'from', title: t.from, render: (one) => at(one.from) },
    { key: 'until', title: t.until, render: (one) => at(one.until) },
    { key: 'slice', title: t.slice, render: ({ tags }) => Object.values(tags).join(' · ') || '–' },
    { key: 'value', title: t.value, numeric: true, render: ({ value }) => format.exact(value, rule.unit) },
    { key: 'baseline', title: t.baseline, numeric: true, render: ({ baseline }) => format.exact(baseline, rule.unit) },
  ]
  const { firings, judged, withoutData } = replay
  return (
    <>
      <p className={styles.answer} data-value={firings.length}>
        {t.wouldFire(format.count(firings.length), format.count(daysOf(replay)))}
      </p>
      <p className={styles.lead}>{t.judged(format.count(judged), format.count(withoutData))}</p>
      {firings.length === 0 ? (
        <EmptyState title={t.never} />
      ) : (
        <DataTable
          columns={columns}
          rows={firings}
          rowKey={(one) => `${one.from}/${Object.values(one.tags).join('/')}`}
          label={t.replayTitle}
          pageSize={10}
        />
      )}
    </>
  )
}
