import type { ContingencyPlanInfo, PutContingencyPlan } from '@zhanggui/contract'
import { App, Form, Input, InputNumber } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { RoleSelect } from '../role-select.tsx'
import styles from './drills.module.css'
import { type PlanForm, planOfForm, toPlanForm } from './plan-form.ts'
import { strings } from './strings.ts'
import { usePutPlan } from './use-drills.ts'

/** What a shop changes of a plan: who, within what time, in which words. Its trigger and resources are shown. */
export function PlanDialog({ plan, onClose }: { plan: ContingencyPlanInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const zh = useLanguage() === 'zh'
  const { message } = App.useApp()
  const put = usePutPlan()
  const { body } = plan
  const onSubmit = (form: PlanForm) => {
    const change: PutContingencyPlan = { version: plan.version, body: planOfForm(body, form), reason: form.reason }
    put.mutate(
      { id: plan.id, change },
      {
        onSuccess: () => {
          void message.success(t.saved)
          onClose()
        },
      },
    )
  }
  return (
    <DialogForm<PlanForm>
      title={zh ? body.nameZh : body.nameEn}
      open
      submitText={t.save}
      initial={toPlanForm(body)}
      pending={put.isPending}
      error={put.error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <div className={styles.facts}>
        <p>
          {t.trigger}：{zh ? plan.triggerZh : plan.triggerEn}
        </p>
        <p>
          {t.resources}：{body.resources.map((one) => (zh ? one.zh : one.en)).join(zh ? '、' : ', ')}
        </p>
      </div>
      <Times />
      <Steps names={body.steps.map((step) => (zh ? step.zh : step.en))} />
      <Texts ids={body.messages.map(({ to }) => (zh ? to.zh : to.en))} />
      <Form.Item name="reason" label={t.changeReason}>
        <Input maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}

function Times() {
  const t = useStrings(strings)
  return (
    <>
      <Form.Item name="owner" label={t.owner}>
        <RoleSelect />
      </Form.Item>
      <div className={styles.trio}>
        <Form.Item name="detectMinutes" label={t.detectGoal}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="startMinutes" label={t.startGoal}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="restoreMinutes" label={t.restoreGoal}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="stopAfterMinutes" label={t.stopAfter}>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}

function Steps({ names }: { names: readonly string[] }) {
  const t = useStrings(strings)
  return (
    <>
      {names.map((name, i) => (
        <div key={name} className={styles.editStep}>
          <Form.Item name={['steps', i, 'text']} label={`${t.stepName} ${i + 1}`}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name={['steps', i, 'role']} label={t.role}>
            <RoleSelect />
          </Form.Item>
          <Form.Item name={['steps', i, 'limitMinutes']} label={t.limit}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      ))}
    </>
  )
}

function Texts({ ids }: { ids: readonly string[] }) {
  const t = useStrings(strings)
  return (
    <>
      {ids.map((to, i) => (
        <Form.Item key={`${to}/${String(i)}`} name={['messages', i]} label={`${t.messages}：${to}`}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      ))}
      <Form.Item name="pageTitle" label={t.pageTitle}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="pageBody" label={t.pageBody}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
