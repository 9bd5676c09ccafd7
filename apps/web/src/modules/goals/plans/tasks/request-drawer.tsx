import type { PlanDetail, PlanRequest } from '@zhanggui/contract'
import { Form, Input, Select } from 'antd'
import { moneyInputText, parseMoneyInput } from '../../../../format/money-input.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import { periodsOfYear } from '../table/table-draft.ts'
import { type PlanAt, useChangeParts } from '../use-plans.ts'
import { KINDS } from './choices.ts'
import { ObjectDrawer } from './object-drawer.tsx'
import { newRequest, type RequestValues, requestFrom, saveObject } from './object-edits.ts'
import styles from './object-form.module.css'
import { taskStrings } from './strings.ts'

type Typed = Omit<RequestValues, 'amountCents'> & { amount: string }
type Props = { at: PlanAt; plan: PlanDetail; request: PlanRequest | null; editable: boolean; onClose: () => void }

const typedOf = ({ kind, text, period, amountCents, dueDay, owner }: PlanRequest, currency: string): Typed => ({
  kind,
  text,
  period,
  dueDay,
  owner,
  amount: moneyInputText(amountCents, currency),
})

/** A request to the merchant with everything that is said of it. */
export function RequestDrawer({ at, plan, request, editable, onClose }: Props) {
  const t = useStrings(taskStrings)
  const change = useChangeParts(at)
  const subject = request ?? newRequest(plan)
  const send = (requests: readonly PlanRequest[], done: () => void) =>
    change.mutate({ parts: { requests: { revision: plan.revisions.requests, body: requests } } }, { onSuccess: done })
  const save = ({ amount, ...values }: Typed, done: () => void) => {
    const amountCents = parseMoneyInput(amount, plan.currency) ?? null
    send(saveObject(plan.requests, requestFrom(subject, { ...values, amountCents })), done)
  }
  return (
    <ObjectDrawer<Typed>
      title={t.editRequest}
      editable={editable}
      isNew={request === null}
      initial={typedOf(subject, plan.currency)}
      mutation={change}
      onSave={save}
      onRemove={(done) =>
        send(
          plan.requests.filter(({ id }) => id !== subject.id),
          done,
        )
      }
      onClose={onClose}
    >
      <Fields plan={plan} />
    </ObjectDrawer>
  )
}

function Fields({ plan }: { plan: PlanDetail }) {
  const t = useStrings(taskStrings)
  const format = useFormat()
  const periods = [...new Set([...periodsOfYear(plan.year), ...plan.requests.map(({ period }) => period)])]
  const isMoney = {
    validator: (_rule: unknown, text: string) =>
      parseMoneyInput(text ?? '', plan.currency) === undefined
        ? Promise.reject(new Error(t.amountWrong))
        : Promise.resolve(),
  }
  return (
    <div className={styles.form}>
      <Form.Item
        name="text"
        label={t.request}
        rules={[{ required: true, whitespace: true, message: t.required }]}
        className={styles.whole ?? ''}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind}>
        <Select options={KINDS.map((value) => ({ value, label: t[`kind_${value}`] }))} />
      </Form.Item>
      <Form.Item name="period" label={t.period}>
        <Select showSearch options={periods.map((value) => ({ value, label: format.period(value) }))} />
      </Form.Item>
      <Form.Item name="amount" label={t.amount} rules={[isMoney]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="dueDay" label={t.answerDue}>
        <DayInput />
      </Form.Item>
      <Form.Item name="owner" label={t.merchantOwner} className={styles.whole ?? ''}>
        <Input maxLength={120} />
      </Form.Item>
    </div>
  )
}
