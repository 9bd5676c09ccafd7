import type { ContingencyPlanInfo } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import styles from './drills.module.css'
import { strings } from './strings.ts'
import { useStartPlan } from './use-drills.ts'

/** Starting a plan calls people: it says what it will do, and asks why. */
export function StartDialog({ plan, onClose }: { plan: ContingencyPlanInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { set } = useSearchState()
  const start = useStartPlan()
  const onSubmit = ({ reason }: { reason: string }) =>
    start.mutate({ id: plan.id, reason }, { onSuccess: () => set({ view: 'running' }) })
  return (
    <DialogForm<{ reason: string }>
      title={t.startAsk(language === 'zh' ? plan.body.nameZh : plan.body.nameEn)}
      open
      submitText={t.start}
      initial={{ reason: '' }}
      pending={start.isPending}
      error={start.error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <p className={styles.facts}>{t.startText}</p>
      <Form.Item name="reason" label={t.reason}>
        <Input maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}
