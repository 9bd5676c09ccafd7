import type { RetentionRule, RetentionRun } from '@zhanggui/contract'
import { Alert, Button, Popconfirm, Select } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { formStrings } from '../form-strings.ts'
import { strings, tableName } from './strings.ts'
import { useRetention, useRunRetention, useSetRetention } from './use-privacy.ts'

const HEIGHT = 220
const FOREVER = 0
/** Half a year, one, two, three and five years. */
const CHOICES = [180, 365, 730, 1095, 1825]

/** What each table keeps people for, and how long; what has expired is shown before it goes. */
export function RetentionPanel({ store, mayChange }: { store: string; mayChange: boolean }) {
  const t = useStrings(strings)
  const rules = useRetention(store)
  const run = useRunRetention(store)
  const check = mayChange && (
    <Button loading={run.isPending} onClick={() => run.mutate(false)}>
      {t.check}
    </Button>
  )
  return (
    <Panel<RetentionRule[]> title={t.retention} extra={check} query={rules} height={HEIGHT}>
      {(list) => (
        <div className={stack.stack}>
          <RuleTable store={store} rules={list} mayChange={mayChange} />
          {run.isError && <Problem compact error={run.error} />}
          {run.data && <Due done={run.data} onApply={() => run.mutate(true)} />}
        </div>
      )}
    </Panel>
  )
}

type RulesProps = { store: string; rules: readonly RetentionRule[]; mayChange: boolean }

function RuleTable({ store, rules, mayChange }: RulesProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const set = useSetRetention(store)
  const columns: Column<RetentionRule>[] = [
    { key: 'table', title: t.table, render: ({ table }) => tableName(table, t) },
    { key: 'purpose', title: t.purpose, render: (rule) => (language === 'zh' ? rule.purposeZh : rule.purposeEn) },
    {
      key: 'days',
      title: t.days,
      render: ({ table, days }) => (
        <Select
          size="small"
          value={days ?? FOREVER}
          disabled={!mayChange || set.isPending}
          aria-label={`${t.days} ${tableName(table, t)}`}
          options={[FOREVER, ...new Set([...CHOICES, ...(days === null ? [] : [days])])].map((value) => ({
            value,
            label: value === FOREVER ? t.forever : t.dayCount(String(value)),
          }))}
          onChange={(value) => set.mutate({ table, days: value === FOREVER ? null : value })}
        />
      ),
    },
    { key: 'effect', title: t.effect, render: ({ effect }) => t[`effect_${effect}`] },
  ]
  return (
    <>
      {set.isError && <Problem compact error={set.error} />}
      <DataTable label={t.retention} columns={columns} rows={rules} rowKey={({ table }) => table} />
    </>
  )
}

function Due({ done, onApply }: { done: RetentionRun; onApply: () => void }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const due = done.tables.filter(({ rows }) => rows > 0)
  if (due.length === 0) return <Alert type="info" showIcon title={t.nothingDue} />
  const lines = due.map(({ table, rows, before }) => (
    <div key={table}>{t.due(tableName(table, t), format.count(rows), format.longDay(before))}</div>
  ))
  if (done.applied) return <Alert type="success" showIcon title={t.applied} description={lines} />
  const apply = (
    <Popconfirm
      title={t.applyTitle}
      description={t.applyText}
      okText={t.apply}
      cancelText={words.cancel}
      onConfirm={onApply}
    >
      <Button danger>{t.apply}</Button>
    </Popconfirm>
  )
  return <Alert type="warning" showIcon title={lines} action={apply} />
}
