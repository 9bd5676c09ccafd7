import type { AlertRuleInfo, WatchedMetric } from '@zhanggui/contract'
import { App, Button, Form, Input, InputNumber, Popconfirm, Select } from 'antd'
import { useRoles } from '../../../../api/use-roles.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useChangeRule, useCreateRule, useRemoveRule, useWatchedMetrics } from '../use-alerts.ts'
import { bodyOf, type RuleValues, valuesOf } from './rule-form.ts'
import styles from './rules.module.css'
import { rulesStrings } from './rules-strings.ts'
import { TestFields } from './test-fields.tsx'

const NEW: Partial<RuleValues> = {
  severity: 'warning',
  actionKind: 'task',
  windowMinutes: 1440,
  kind: 'threshold',
  op: '<',
  direction: 'fall',
  against: 'sameTimeLastWeek',
  by: 0.3,
  k: 4,
  points: 5,
  everyMinutes: 60,
}

const unitOf = (metrics: readonly WatchedMetric[] | undefined, id: string) =>
  metrics?.find((metric) => metric.id === id)?.unit ?? 'count'

/** A new rule, or another version of one: what is watched, when it fires, who answers and what is to be done. */
export function RuleDialog({ rule, onClose }: { rule?: AlertRuleInfo; onClose: () => void }) {
  const t = useStrings(rulesStrings)
  const { message } = App.useApp()
  const metrics = useWatchedMetrics()
  const create = useCreateRule()
  const change = useChangeRule()
  const onSuccess = () => {
    void message.success(t.saved)
    onClose()
  }
  const submit = (values: RuleValues): void => {
    const body = bodyOf(values, unitOf(metrics.data, values.metric), rule?.body)
    if (rule)
      change.mutate({ id: rule.id, change: { ...body, version: rule.version, enabled: rule.enabled } }, { onSuccess })
    else create.mutate({ ...body, id: `rule-${crypto.randomUUID().slice(0, 8)}` }, { onSuccess })
  }
  return (
    <DialogForm<RuleValues>
      title={rule ? t.edit : t.add}
      open
      submitText={t.save}
      initial={rule ? valuesOf(rule) : NEW}
      pending={create.isPending || change.isPending}
      error={create.error ?? change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhatFields metrics={metrics.data ?? []} />
      <TestFields />
      <WhoFields />
      {rule && <RemoveButton rule={rule} onRemoved={onClose} />}
    </DialogForm>
  )
}

const required = [{ required: true }]

function WhatFields({ metrics }: { metrics: readonly WatchedMetric[] }) {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="nameZh" label={t.name} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="nameEn" label={t.nameEn}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name="metric" label={t.metric} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={metrics.map((metric) => ({ value: metric.id, label: `${nameOf(metric, language)} ${metric.id}` }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="windowMinutes" label={t.window} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="per" label={t.per}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </>
  )
}

function WhoFields() {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  const { data: roles = [] } = useRoles()
  const levels = (['critical', 'warning', 'info'] as const).map((value) => ({ value, label: t[value] }))
  const kinds = (['task', 'playbook', 'plan'] as const).map((value) => ({ value, label: t[value] }))
  const kind = Form.useWatch<RuleValues['actionKind']>('actionKind')
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="severity" label={t.severity} rules={required}>
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="owner" label={t.owner} rules={required}>
          <Select options={roles.map((role) => ({ value: role.id, label: nameOf(role, language) }))} />
        </Form.Item>
        <Form.Item name="actionKind" label={t.actionKind} rules={required}>
          <Select options={kinds} />
        </Form.Item>
        {kind !== 'task' && (
          <Form.Item name="ref" label={t.ref} rules={required}>
            <Input maxLength={120} />
          </Form.Item>
        )}
        <Form.Item name="everyMinutes" label={t.every} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="todo" label={t.todo} extra={t.todoHelp} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </>
  )
}

function RemoveButton({ rule, onRemoved }: { rule: AlertRuleInfo; onRemoved: () => void }) {
  const t = useStrings(rulesStrings)
  const remove = useRemoveRule()
  return (
    <Popconfirm
      title={t.removeAsk}
      okText={t.remove}
      cancelText={t.cancel}
      onConfirm={() => remove.mutate(rule.id, { onSuccess: onRemoved })}
    >
      <Button danger type="link" loading={remove.isPending}>
        {t.remove}
      </Button>
    </Popconfirm>
  )
}
