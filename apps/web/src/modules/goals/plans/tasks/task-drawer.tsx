import type { PlanDetail, PlanTask } from '@zhanggui/contract'
import { Form, Input, Select } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import { periodsOfYear } from '../table/table-draft.ts'
import { type PlanAt, useChangeParts } from '../use-plans.ts'
import { TASK_SIDES, TEAMS } from './choices.ts'
import { ObjectDrawer } from './object-drawer.tsx'
import { newTask, saveObject, type TaskValues, taskFrom, valuesOf, withoutTask } from './object-edits.ts'
import styles from './object-form.module.css'
import { taskStrings } from './strings.ts'
import { TaskProgress } from './task-progress.tsx'

type Props = { at: PlanAt; plan: PlanDetail; task: PlanTask | null; editable: boolean; onClose: () => void }

/** A task with everything that is said of it. */
export function TaskDrawer({ at, plan, task, editable, onClose }: Props) {
  const t = useStrings(taskStrings)
  const change = useChangeParts(at)
  const mayWrite = usePermissions().includes('plan:write')
  const subject = task ?? newTask(plan)
  const send = (tasks: readonly PlanTask[], done: () => void) =>
    change.mutate({ parts: { tasks: { revision: plan.revisions.tasks, body: tasks } } }, { onSuccess: done })
  return (
    <ObjectDrawer<TaskValues>
      title={t.editTask}
      editable={editable}
      isNew={task === null}
      initial={valuesOf(subject)}
      mutation={change}
      onSave={(values, done) => send(saveObject(plan.tasks, taskFrom(subject, values)), done)}
      onRemove={(done) => send(withoutTask(plan.tasks, subject.id), done)}
      onClose={onClose}
      below={task && mayWrite && <TaskProgress at={at} task={task} onDone={onClose} />}
    >
      <Fields plan={plan} own={subject.id} />
    </ObjectDrawer>
  )
}

function Fields({ plan, own }: { plan: PlanDetail; own: string }) {
  const t = useStrings(taskStrings)
  const format = useFormat()
  const form = Form.useFormInstance<TaskValues>()
  const periods = [...new Set([...periodsOfYear(plan.year), ...plan.tasks.map(({ period }) => period)])]
  const notBackwards = {
    validator: (_rule: unknown, due: string | null) => {
      const start = form.getFieldValue('startDay')
      return start && due && due < start ? Promise.reject(new Error(t.backwards)) : Promise.resolve()
    },
  }
  return (
    <div className={styles.form}>
      <Form.Item
        name="title"
        label={t.task}
        rules={[{ required: true, whitespace: true, message: t.required }]}
        className={styles.whole ?? ''}
      >
        <Input.TextArea autoSize maxLength={300} />
      </Form.Item>
      <Form.Item name="owner" label={t.owner}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="period" label={t.period}>
        <Select showSearch options={periods.map((value) => ({ value, label: format.period(value) }))} />
      </Form.Item>
      <Form.Item name="side" label={t.side}>
        <Select options={TASK_SIDES.map((value) => ({ value, label: t[`side_${value}`] }))} />
      </Form.Item>
      <Form.Item name="team" label={t.team}>
        <Select options={TEAMS.map((value) => ({ value, label: t[`team_${value}`] }))} />
      </Form.Item>
      <Form.Item name="startDay" label={t.start}>
        <DayInput />
      </Form.Item>
      <Form.Item name="dueDay" label={t.due} dependencies={['startDay']} rules={[notBackwards]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="eventId" label={t.event} className={styles.whole ?? ''}>
        <Select allowClear options={plan.events.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="dependsOn" label={t.waits} className={styles.whole ?? ''}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={plan.tasks.filter(({ id }) => id !== own).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item name="detail" label={t.detail} className={styles.whole ?? ''}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="evidence" label={t.evidence} extra={t.evidenceHelp} className={styles.whole ?? ''}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
    </div>
  )
}
