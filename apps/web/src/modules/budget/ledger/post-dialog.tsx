import type { PlanDetail, PostToBudget } from '@zhanggui/contract'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Problem } from '../../../parts/problem.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { amountFromText } from '../tree/amount-text.ts'
import { CeilingNote, commitmentOf } from './ceiling-note.tsx'
import { entryOf, KINDS, type PostValues, postableLines } from './entry-of.ts'
import { ledgerStrings } from './ledger-strings.ts'
import { useCommitmentCheck, usePostEntry } from './use-ledger.ts'

type Props = { at: PlanAt; plan: PlanDetail; lineId: string | null; format: Format; onClose: () => void }

/** One entry into the ledger. What it would do to the fee ratio is told before it is sent; held, it can go to a second person. */
export function PostDialog({ at, plan, lineId, format, onClose }: Props) {
  const t = useStrings(ledgerStrings)
  const { message } = App.useApp()
  const [form] = Form.useForm<PostValues>()
  const values = Form.useWatch([], form)
  // One id for this dialog: sending twice posts once.
  const [id] = useState(() => crypto.randomUUID())
  const post = usePostEntry(at)
  const today = todayIn(useStoreTimeZone())
  const send = (extra: Partial<PostToBudget>) =>
    post.mutate(
      { ...entryOf(id, form.getFieldsValue()), ...extra },
      {
        onSuccess: ({ outcome }) => {
          void message.success(outcome === 'posted' ? t.posted1 : t[outcome])
          onClose()
        },
      },
    )
  const checks = useCommitmentCheck(at, commitmentOf(values)).data ?? []
  const refused = post.error instanceof ApiProblem && post.error.code === 'budget_held'
  const held = refused || checks.some((check) => check.verdict === 'held')
  const askApproval = async () => {
    if (await form.validateFields().catch(() => null)) send({ askApproval: true })
  }
  const footer = (
    <>
      {held && (
        <Button danger onClick={() => void askApproval()} loading={post.isPending}>
          {t.askApproval}
        </Button>
      )}
      <Button type="primary" loading={post.isPending} onClick={() => form.submit()}>
        {t.submit}
      </Button>
    </>
  )
  return (
    <Modal open title={t.post} onCancel={onClose} footer={footer}>
      <Form<PostValues>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'commit', day: today, ...(lineId ? { lineId } : {}) }}
        onFinish={() => send({})}
      >
        <EntryFields plan={plan} kind={values?.kind} />
      </Form>
      <CeilingNote checks={checks} format={format} />
      {post.isError && <Problem compact error={post.error} />}
    </Modal>
  )
}

/** Today where the shop counts its days. */
const todayIn = (timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', timeZone === undefined ? {} : { timeZone }).format(new Date())

const Pair = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', columnGap: 16 }}>
    {children}
  </div>
)

function EntryFields({ plan, kind }: { plan: PlanDetail; kind: PostValues['kind'] | undefined }) {
  const t = useStrings(ledgerStrings)
  const lines = postableLines(plan).map(({ id, name }) => ({ value: id, label: name || id }))
  const required = [{ required: true, message: t.pick }]
  const amountRule = {
    validator: (_rule: unknown, text: string) =>
      (amountFromText(text ?? '') ?? 0) > 0 ? Promise.resolve() : Promise.reject(new Error(t.wrongAmount)),
  }
  const sources = [
    { value: 'committed' as const, label: t.fromCommitted },
    { value: 'planned' as const, label: t.fromPlanned },
    { value: 'accrued' as const, label: t.fromAccrued },
  ]
  return (
    <>
      <Pair>
        <Form.Item name="kind" label={t.kind}>
          <Select options={KINDS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="lineId" label={t.line} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={lines} />
        </Form.Item>
      </Pair>
      {kind === 'transfer' && (
        <Form.Item name="toLineId" label={t.to} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={lines} />
        </Form.Item>
      )}
      {(kind === 'spend' || kind === 'accrue') && (
        <Form.Item name="from" label={t.from}>
          <Select allowClear options={sources.filter(({ value }) => kind === 'spend' || value !== 'accrued')} />
        </Form.Item>
      )}
      <Pair>
        <Form.Item name="amount" label={t.amount} rules={[amountRule]} required>
          <Input inputMode="decimal" placeholder="1.2万" />
        </Form.Item>
        <Form.Item name="day" label={t.day} rules={required}>
          <DayInput />
        </Form.Item>
      </Pair>
      <Pair>
        <Form.Item name="reference" label={t.reference}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={t.text}>
          <Input maxLength={1000} />
        </Form.Item>
      </Pair>
      <Form.Item name="overspendReason" label={t.overspend}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  )
}
