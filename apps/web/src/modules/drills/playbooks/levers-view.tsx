import { LEVER_TYPES, type Lever, type LeverType, type PutLever } from '@zhanggui/contract'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { DialogForm } from '../../admin/dialog-form.tsx'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useLevers, usePutLever } from './use-playbooks.ts'
import { fieldName, subjectName, valueText } from './words.ts'

/** What playbooks steer outside, and what each is wanted to be. */
export default function LeversView() {
  const t = useStrings(strings)
  const [open, setOpen] = useState<Lever | 'new' | null>(null)
  const mayWrite = usePermissions().includes('plan:write')
  const query = useLevers()
  const add = mayWrite && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t.addLever}
    </Button>
  )
  return (
    <>
      {(query.data?.length ?? 0) > 0 && <div className={styles.tools}>{add}</div>}
      <PanelBody
        query={query}
        height={420}
        isEmpty={(levers) => levers.length === 0}
        empty={<EmptyState title={t.noLevers} text={t.noLeversText} action={add} />}
      >
        {(levers) => <LeverTable levers={levers} {...(mayWrite ? { onOpen: setOpen } : {})} />}
      </PanelBody>
      {open && <LeverDialog lever={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function LeverTable({ levers, onOpen }: { levers: readonly Lever[]; onOpen?: (lever: Lever) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const columns: Column<Lever>[] = [
    {
      key: 'lever',
      title: t.lever,
      width: 240,
      render: ({ type, id, name }) => (
        <>
          <span className={styles.subject}>{subjectName(type, language)}</span> {name === '' ? id : name}
        </>
      ),
    },
    {
      key: 'fields',
      title: t.fields,
      render: ({ fields }) => (
        <span className={styles.sentence}>
          {Object.entries(fields)
            .map(([field, value]) => `${fieldName(field, language)} ${valueText(field, value, language)}`)
            .join(' · ')}
        </span>
      ),
    },
    { key: 'at', title: '', render: ({ updatedAt }) => format.instant(updatedAt) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={levers}
      rowKey={({ type, id }) => `${type}/${id}`}
      label={t.levers}
      {...(onOpen ? { onRowClick: onOpen } : {})}
    />
  )
}

/** What a new lever of a type begins with, so that nobody has to know the fields by heart. */
const TEMPLATES: Record<LeverType, PutLever['fields']> = {
  slot: { item: '', stock: 0, substitutes: '' },
  exposure: { weight: 5000, base: 5000, pace: 1 },
  channel: { state: 'on', bidCents: 100, leastBidCents: 50, mostBidCents: 300, marginalRoi: 2, roi: 2 },
  carrier: { state: 'backup', health: 1, costCents: 450 },
  payment: { state: 'backup', health: 1, costCents: 60 },
  site: { state: 'backup', health: 1, costCents: 0 },
  fission: { coefficient: 10_000, costCents: 2000, budgetLeftCents: 1_000_000 },
  price: { listCents: 9900, cents: 9900, floorCents: 7900, step: 0, steppedAt: null, slow: false, rigid: false },
  reserve: { reserveCents: 1_000_000, releasedCents: 0 },
}

type Values = { type: LeverType; id: string; name: string; fields: string }

const written = (fields: PutLever['fields']): string => JSON.stringify(fields, null, 2)

function readFields(text: string): PutLever['fields'] | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PutLever['fields']) : null
  } catch {
    return null
  }
}

function LeverDialog({ lever, onClose }: { lever: Lever | null; onClose: () => void }) {
  const t = useStrings(strings)
  const put = usePutLever()
  const submit = ({ type, id, name, fields }: Values) => {
    const read = readFields(fields)
    if (read)
      put.mutate({ type, id, lever: { name, fields: read, version: lever?.version ?? 0 } }, { onSuccess: onClose })
  }
  const initial: Partial<Values> = lever
    ? { type: lever.type, id: lever.id, name: lever.name, fields: written(lever.fields) }
    : { type: 'slot', fields: written(TEMPLATES.slot) }
  return (
    <DialogForm<Values>
      title={t.addLever}
      open
      submitText={t.save}
      initial={initial}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LeverFields isNew={lever === null} />
    </DialogForm>
  )
}

function LeverFields({ isNew }: { isNew: boolean }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const form = Form.useFormInstance<Values>()
  const required = [{ required: true, whitespace: true }]
  const isObject = (_rule: unknown, text: string) =>
    readFields(text) ? Promise.resolve() : Promise.reject(new Error(t.badJson))
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="type" label={t.leverType} rules={[{ required: true }]}>
          <Select
            disabled={!isNew}
            options={LEVER_TYPES.map((value) => ({ value, label: subjectName(value, language) }))}
            onChange={(type: LeverType) => form.setFieldValue('fields', written(TEMPLATES[type]))}
          />
        </Form.Item>
        <Form.Item name="id" label={t.leverId} rules={required}>
          <Input disabled={!isNew} maxLength={80} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t.name} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="fields" label={t.leverFields} rules={[{ validator: isObject }]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} className={styles.code ?? ''} />
      </Form.Item>
    </>
  )
}
