import type { DutyView, ProposeRota, RotaProposal } from '@zhanggui/contract'
import { Alert, App, Button, Form, Input, InputNumber } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useProposeRota } from '../use-clocks.ts'
import styles from './duty.module.css'
import { dutyStrings } from './duty-strings.ts'
import { dayAfter } from './week.ts'

type Values = { people: string; spans: string; needed: number }
type Props = { monday: string; duty: DutyView; onClose: () => void }

const ROUND_THE_CLOCK = '00:00-08:00, 08:00-16:00, 16:00-24:00'

/** Shifts for the gaps of a week that keep every rest; tried first, written when the person says so. */
export function ProposeDialog({ monday, duty, onClose }: Props) {
  const t = useStrings(dutyStrings)
  const format = useFormat()
  const { message } = App.useApp()
  const propose = useProposeRota()
  const known = [...new Set(duty.shifts.map(({ person }) => person))]
  const asked = ({ people, ...values }: Values): ProposeRota => ({
    ...values,
    from: monday,
    to: dayAfter(monday, 7),
    people: people.split(/[\s,，、;；]+/).filter((person) => person !== ''),
  })
  const save = () => {
    const tried = propose.variables
    if (!tried) return
    propose.mutate(
      { ...tried, save: true },
      {
        onSuccess: ({ shifts }) => {
          void message.success(t.saved(format.count(shifts.length)))
          onClose()
        },
      },
    )
  }
  return (
    <DialogForm<Values>
      title={t.propose}
      open
      submitText={t.preview}
      initial={{ people: known.join('\n'), spans: ROUND_THE_CLOCK, needed: 1 }}
      pending={propose.isPending}
      error={propose.error}
      onSubmit={(values) => propose.mutate(asked(values))}
      onClose={onClose}
    >
      <Form.Item name="people" label={t.people} extra={t.peopleHelp} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="spans" label={t.spans} extra={t.spansHelp} rules={[{ required: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="needed" label={t.needed} rules={[{ required: true }]}>
        <InputNumber min={1} max={20} />
      </Form.Item>
      {propose.data && <Outcome proposal={propose.data} onSave={save} pending={propose.isPending} />}
    </DialogForm>
  )
}

function Outcome({ proposal, onSave, pending }: { proposal: RotaProposal; onSave: () => void; pending: boolean }) {
  const t = useStrings(dutyStrings)
  const format = useFormat()
  const { shifts, unfilled, headcount } = proposal
  if (shifts.length + unfilled.length === 0) return <Alert type="success" showIcon title={t.nothing} />
  return (
    <div className={styles.findings}>
      <Alert
        type={unfilled.length > 0 ? 'warning' : 'success'}
        showIcon
        title={t.proposal(format.count(shifts.length), format.count(headcount))}
        description={unfilled.length > 0 ? t.unfilled(format.count(unfilled.length)) : t.complete}
      />
      {shifts.length > 0 && (
        <Button type="primary" loading={pending} onClick={onSave}>
          {t.save}
        </Button>
      )}
    </div>
  )
}
