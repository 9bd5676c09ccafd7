import { DeleteOutlined } from '@ant-design/icons'
import type { MetricInfo, Stage } from '@zhanggui/contract'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { strings } from '../strings.ts'
import styles from './stage-dialog.module.css'
import { type CriterionDraft, newCriterion, readStage, type StageDraft, type StageFault } from './stage-draft.ts'

const WIDTH = 640

type Props = {
  start: StageDraft
  metrics: readonly MetricInfo[]
  currency: string
  busy: boolean
  error: unknown
  onSave: (stage: Omit<Stage, 'id'>) => void
  onClose: () => void
}

/** A stage of the roadmap: its days, and what must be met before the next one opens. */
export function StageDialog({ start, metrics, currency, busy, error, onSave, onClose }: Props) {
  const t = useStrings(strings)
  const [draft, setDraft] = useState(start)
  const [fault, setFault] = useState<StageFault | null>(null)
  const change = (part: Partial<StageDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const unitOf = (id: string) => metrics.find((metric) => metric.id === id)?.unit ?? null
  const save = (): void => {
    const read = readStage(draft, unitOf, currency)
    setFault(read.ok ? null : read.fault)
    if (read.ok) onSave(read.stage)
  }
  const faults = { name: t.stageNoName, days: t.stageNoDays, criteria: t.stageNoCriteria, figure: t.noFigure }
  return (
    <Modal
      open
      width={WIDTH}
      title={t.stageTitle}
      okText={t.apply}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={save}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <label className={styles.field} htmlFor="stage-name">
          <span>{t.stageName}</span>
          <Input
            id="stage-name"
            value={draft.name}
            maxLength={200}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <div className={styles.days}>
          <label className={styles.field} htmlFor="stage-from">
            <span>{t.stageFrom}</span>
            <DayInput id="stage-from" value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} />
          </label>
          <label className={styles.field} htmlFor="stage-last">
            <span>{t.stageLast}</span>
            <DayInput id="stage-last" value={draft.lastDay} onChange={(lastDay) => change({ lastDay })} />
          </label>
        </div>
        <Criteria criteria={draft.criteria} metrics={metrics} onChange={(criteria) => change({ criteria })} />
        {fault && (
          <p role="alert" className={styles.fault}>
            {faults[fault]}
          </p>
        )}
        {error !== null && error !== undefined && <Problem compact error={error} />}
      </div>
    </Modal>
  )
}

type CriteriaProps = {
  criteria: CriterionDraft[]
  metrics: readonly MetricInfo[]
  onChange: (criteria: CriterionDraft[]) => void
}

function Criteria({ criteria, metrics, onChange }: CriteriaProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const set = (index: number, part: Partial<CriterionDraft>): void =>
    onChange(criteria.map((criterion, i) => (i === index ? { ...criterion, ...part } : criterion)))
  const options = metrics.map((metric) => ({ value: metric.id, label: nameOf(metric, language) }))
  return (
    <fieldset className={styles.criteria}>
      <legend>{t.stageCriteria}</legend>
      {criteria.map((criterion, i) => (
        <div key={criterion.key} className={styles.criterion}>
          <Select
            aria-label={t.stageMetric}
            placeholder={t.stageMetric}
            showSearch={{ optionFilterProp: 'label' }}
            value={criterion.metric}
            onChange={(metric) => set(i, { metric })}
            options={options}
          />
          <Select
            aria-label={t.stageOp}
            value={criterion.op}
            onChange={(op) => set(i, { op })}
            options={(['atLeast', 'atMost'] as const).map((op) => ({ value: op, label: t[op] }))}
          />
          <Input
            aria-label={t.stageValue}
            placeholder={t.stageValueHint}
            value={criterion.text}
            onChange={(event) => set(i, { text: event.target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t.stageDropCriterion}
            onClick={() => onChange(criteria.filter((_, at) => at !== i))}
          />
          {Object.keys(criterion.scope).length > 0 && (
            <span className={styles.scope}>{Object.values(criterion.scope).join(' · ')}</span>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...criteria, newCriterion(criteria)])}>
        {t.stageAddCriterion}
      </Button>
    </fieldset>
  )
}
