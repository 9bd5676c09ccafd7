import type { CampaignEntry, CampaignTask } from '@zhanggui/contract'
import { Form, Input, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { TEAMS } from '../../teams.ts'
import { usePutEntry } from '../../use-campaigns.ts'
import type { CampaignProps } from '../campaign-page.tsx'
import { freshId } from '../desk/fresh-id.ts'
import { strings } from '../strings.ts'
import { taskStrings } from './task-strings.ts'
import { tasksOf } from './tasks-of.ts'

type Values = Pick<
  CampaignTask,
  | 'title'
  | 'team'
  | 'phase'
  | 'accountable'
  | 'responsible'
  | 'consulted'
  | 'informed'
  | 'dueDay'
  | 'dependsOn'
  | 'deliverable'
> & { startDay?: string | null }

const PHASES = ['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'] as const

type Props = Pick<CampaignProps, 'at' | 'campaign'> & { task: CampaignEntry<'task'> | null; onClose: () => void }

/** A task with who is responsible, accountable, consulted and informed; null writes a new one. */
export function TaskDialog({ at, campaign, task, onClose }: Props) {
  const t = useStrings(taskStrings)
  const words = useStrings(campaignWords)
  const shared = useStrings(strings)
  const put = usePutEntry(at)
  const needed = [{ required: true, message: t.needed }]
  const id = task?.id ?? freshId('task', 'own')
  const submit = (values: Values) =>
    put.mutate(
      {
        kind: 'task',
        id,
        version: task?.version ?? 0,
        body: { ...task?.body, ...values, startDay: values.startDay ?? null },
      },
      { onSuccess: onClose },
    )
  const others = tasksOf(campaign).filter((one) => one.id !== task?.id)
  const names = (['responsible', 'consulted', 'informed'] as const).map((role) => (
    <Form.Item key={role} name={role} label={t[role]}>
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} />
    </Form.Item>
  ))
  return (
    <DialogForm<Values>
      title={task?.body.title ?? t.add}
      open
      initial={
        task?.body ?? {
          team: 'operations',
          phase: 'preheat',
          responsible: [],
          consulted: [],
          informed: [],
          dependsOn: [],
          deliverable: '',
        }
      }
      submitText={shared.save}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={shared.taskName} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="team" label={shared.team} rules={needed}>
        <Select options={TEAMS.map((value) => ({ value, label: words[value] }))} />
      </Form.Item>
      <Form.Item name="phase" label={shared.phases} rules={needed}>
        <Select options={PHASES.map((value) => ({ value, label: words[value] }))} />
      </Form.Item>
      <Form.Item name="accountable" label={t.accountable} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      {names}
      <Form.Item name="startDay" label={t.start}>
        <DayInput />
      </Form.Item>
      <Form.Item name="dueDay" label={shared.due} rules={needed}>
        <DayInput />
      </Form.Item>
      <Form.Item name="dependsOn" label={t.dependsOn}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={others.map(({ id: value, body }) => ({ value, label: body.title }))}
        />
      </Form.Item>
      <Form.Item name="deliverable" label={t.deliverable}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  )
}
