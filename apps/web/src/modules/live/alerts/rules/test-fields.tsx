import { Form, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import type { RuleValues } from './rule-form.ts'
import styles from './rules.module.css'
import { rulesStrings } from './rules-strings.ts'

const KINDS = ['threshold', 'change', 'anomaly', 'trend', 'absence', 'projection'] as const
const OPS = ['<', '<=', '>', '>='] as const
const AGAINST = ['sameTimeLastWeek', 'sameTimeYesterday', 'previous', 'sameCampaignMinute'] as const

const required = [{ required: true }]
type Name = keyof RuleValues

const Figure = ({
  name,
  label,
  extra,
  optional,
}: {
  name: Name
  label: string
  extra?: string
  optional?: boolean
}) => (
  <Form.Item name={name} label={label} {...(extra ? { extra } : {})} rules={optional ? [] : required}>
    <InputNumber style={{ width: '100%' }} />
  </Form.Item>
)

const Choice = ({
  name,
  label,
  options,
}: {
  name: Name
  label: string
  options: { value: string; label: string }[]
}) => (
  <Form.Item name={name} label={label} rules={required}>
    <Select options={options} />
  </Form.Item>
)

/** How the figure is tested: the fields of the kind that is chosen, then what holds for every kind. */
export function TestFields() {
  const t = useStrings(rulesStrings)
  const kind = Form.useWatch<RuleValues['kind']>('kind') ?? 'threshold'
  const direction = (ways: readonly ('rise' | 'fall' | 'both')[]) => (
    <Choice name="direction" label={t.direction} options={ways.map((value) => ({ value, label: t[value] }))} />
  )
  const op = <Choice name="op" label={t.op} options={OPS.map((value) => ({ value, label: value }))} />
  const limit = <Figure name="limit" label={t.limit} extra={t.unitHelp} />
  const fields: Record<RuleValues['kind'], ReactNode> = {
    threshold: (
      <>
        {op}
        {limit}
        <Figure name="clearAt" label={t.clearAt} optional />
      </>
    ),
    change: (
      <>
        <Choice name="against" label={t.against} options={AGAINST.map((value) => ({ value, label: t[value] }))} />
        {direction(['fall', 'rise'])}
        <Figure name="by" label={t.by} />
      </>
    ),
    anomaly: (
      <>
        <Figure name="k" label={t.k} />
        {direction(['fall', 'rise', 'both'])}
      </>
    ),
    trend: (
      <>
        <Figure name="points" label={t.points} />
        {direction(['fall', 'rise'])}
      </>
    ),
    absence: <Figure name="minutes" label={t.minutes} />,
    projection: (
      <>
        {op}
        {limit}
        <Figure name="points" label={t.points} />
        <Figure name="within" label={t.within} />
      </>
    ),
  }
  return (
    <div className={styles.pair}>
      <Choice name="kind" label={t.test} options={KINDS.map((value) => ({ value, label: t[value] }))} />
      {fields[kind]}
      <Figure name="forMinutes" label={t.forMinutes} optional />
      <Figure name="minSample" label={t.minSample} optional />
    </div>
  )
}
