import type { CalendarTemplate, CalendarYear } from '@zhanggui/contract'
import { Alert, App, Button, Modal } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { CalendarState } from './calendar-state.ts'
import styles from './panels.module.css'
import { strings } from './strings.ts'
import { useApplyTemplate, useTemplates } from './use-calendar.ts'

const DIALOG_WIDTH = 720
const LIST_HEIGHT = 420

type Props = { store: string; state: CalendarState; calendar: CalendarYear | undefined; onClose: () => void }

/** The months and quarters of the library, placed in the year, to be added to the chosen plan. */
export function TemplatesDialog({ store, state, calendar, onClose }: Props) {
  const t = useStrings(strings)
  const plan = calendar?.plan ?? null
  const templates = useTemplates(store, plan?.year ?? state.year)
  return (
    <Modal
      open
      title={t.templatesTitle}
      width={DIALOG_WIDTH}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <div className={stack.stack}>
        <p className={styles.quiet}>{t.templatesHint}</p>
        {!plan && <Alert type="info" showIcon title={t.needPlan} />}
        {plan && plan.status !== 'draft' && <Alert type="info" showIcon title={t.approvedPlan} />}
        <PanelBody<CalendarTemplate[]> query={templates} height={LIST_HEIGHT}>
          {(found) => (
            <ul className={styles.list}>
              {found.map((template) => (
                <Template
                  key={template.id}
                  store={store}
                  template={template}
                  plan={plan?.status === 'draft' ? plan.id : null}
                />
              ))}
            </ul>
          )}
        </PanelBody>
      </div>
    </Modal>
  )
}

function Template({ store, template, plan }: { store: string; template: CalendarTemplate; plan: string | null }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const apply = useApplyTemplate(store, plan ?? '')
  const add = () =>
    apply.mutate(template.id, {
      onSuccess: ({ events, tasks, requests }) => {
        const counts = [events, tasks, requests].map(format.count) as [string, string, string]
        void message.success(events + tasks + requests > 0 ? t.templateApplied(...counts) : t.templateNothing)
      },
    })
  const corrected = template.corrections.map(
    (c) => `${template.events.find(({ id }) => id === c.eventId)?.name ?? ''} ${t.corrected(c.declared, c.corrected)}`,
  )
  return (
    <li className={styles.proposal}>
      <span className={styles.itemTitle}>{nameOf(template, language)}</span>
      <span className={styles.quiet}>
        {[
          t.templateCount(format.count(template.events.length), format.count(template.tasks.length)),
          ...corrected,
        ].join(' · ')}
      </span>
      <Button size="small" disabled={plan === null} loading={apply.isPending} onClick={add}>
        {t.addToPlan}
      </Button>
      {apply.isError && <Problem compact error={apply.error} />}
    </li>
  )
}
