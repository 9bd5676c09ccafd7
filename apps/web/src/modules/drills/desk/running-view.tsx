import type { PlanRunInfo } from '@zhanggui/contract'
import { App, Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { useCopy } from '../../../parts/use-copy.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { useRoleName } from '../../live/alerts/use-role-name.ts'
import cards from '../cards.module.css'
import styles from './drills.module.css'
import { strings } from './strings.ts'
import { useDoStep, useEndPlan, usePlanRuns } from './use-drills.ts'

/** Plans at work, each with its clocks, and those that ran. */
export default function RunningView() {
  const t = useStrings(strings)
  const runs = usePlanRuns()
  return (
    <PanelBody
      query={runs}
      height={420}
      isEmpty={(all) => all.length === 0}
      empty={<EmptyState title={t.nothingRuns} text={t.nothingRunsText} />}
    >
      {(all) => (
        <div className={stack.stack}>
          {all.map((run) => (
            <RunCard key={run.id} run={run} />
          ))}
        </div>
      )}
    </PanelBody>
  )
}

function RunCard({ run }: { run: PlanRunInfo }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const instantOf = useShopInstant()
  const [ending, setEnding] = useState(false)
  const mayAct = usePermissions().includes('live:act') && run.state === 'running'
  const how = `${t.startedBy(instantOf(run.startedAt))} · ${run.cause === 'hand' ? t.byHand : t.byTrigger}`
  const end = mayAct && <Button onClick={() => setEnding(true)}>{t.end}</Button>
  const state = run.state === 'running' ? t.inProgress : t.ended
  return (
    <Card
      title={language === 'zh' ? run.nameZh : run.nameEn}
      note={run.reason === '' ? how : `${how} · ${run.reason}`}
      extra={end || <Tag>{state}</Tag>}
    >
      {run.report && <Report run={run} />}
      <Steps run={run} mayAct={mayAct} />
      {run.state === 'running' && <Messages run={run} />}
      {ending && <EndDialog run={run} onClose={() => setEnding(false)} />}
    </Card>
  )
}

function Report({ run: { report, endReason } }: { run: PlanRunInfo }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (!report) return null
  const { done, steps, inTime, minutes } = report
  return (
    <p className={cards.text}>
      {t.report(format.count(done), format.count(steps), format.count(inTime), format.count(minutes))}
      {endReason !== '' && ` · ${endReason}`}
    </p>
  )
}

function Steps({ run, mayAct }: { run: PlanRunInfo; mayAct: boolean }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const instantOf = useShopInstant()
  const roleName = useRoleName()
  const tick = useDoStep()
  return (
    <>
      <ol className={styles.list}>
        {run.steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <span>
              {language === 'zh' ? step.zh : step.en} <span className={cards.faint}>{roleName(step.role)}</span>
              <br />
              <span className={step.late ? styles.bad : cards.faint}>
                {step.doneAt ? t.doneAt : t.due} {instantOf(step.doneAt ?? step.dueAt)}
                {step.late && ` · ${t.late}`}
                {step.doneBy && (
                  <>
                    {' '}
                    · <PersonName person={step.doneBy} />
                  </>
                )}
                {step.note !== '' && ` · ${step.note}`}
              </span>
            </span>
            {mayAct && step.doneAt === null ? (
              <Button
                size="small"
                type="primary"
                aria-label={`${t.tick} ${language === 'zh' ? step.zh : step.en}`}
                loading={tick.isPending && tick.variables.step === step.id}
                onClick={() => tick.mutate({ run: run.id, step: step.id })}
              >
                {t.tick}
              </Button>
            ) : (
              step.doneAt && <Tag color={step.late ? 'error' : 'success'}>{step.late ? t.late : t.inTime}</Tag>
            )}
          </li>
        ))}
      </ol>
      {tick.error && <Problem compact error={tick.error} />}
    </>
  )
}

function Messages({ run }: { run: PlanRunInfo }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const copy = useCopy()
  const texts = [
    ...run.messages.map(({ id, to, zh }) => ({ id, label: language === 'zh' ? to.zh : to.en, zh })),
    { id: 'page', label: t.page, zh: `${run.page.titleZh}\n${run.page.bodyZh}` },
  ]
  return (
    <ul className={styles.list} aria-label={t.messages}>
      {texts.map(({ id, label, zh }) => (
        <li key={id} className={styles.message}>
          <span>
            <span className={cards.faint}>{label}：</span>
            {zh}
          </span>
          <Button size="small" onClick={() => void copy(() => navigator.clipboard.writeText(zh))}>
            {t.copy}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function EndDialog({ run, onClose }: { run: PlanRunInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const end = useEndPlan()
  const onSuccess = () => {
    void message.success(t.ended)
    onClose()
  }
  return (
    <DialogForm<{ reason: string }>
      title={t.end}
      open
      submitText={t.end}
      initial={{ reason: '' }}
      pending={end.isPending}
      error={end.error}
      onSubmit={({ reason }) => end.mutate({ run: run.id, reason }, { onSuccess })}
      onClose={onClose}
    >
      <p className={styles.facts}>{t.endText}</p>
      <Form.Item name="reason" label={t.reason}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  )
}
