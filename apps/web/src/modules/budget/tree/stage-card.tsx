import type { BudgetWorkedOut, StageFinding } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DialogForm } from '../../admin/dialog-form.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { useAllowInStage } from '../use-budget.ts'
import styles from './issue-card.module.css'
import { treeStrings } from './tree-strings.ts'

const WHOLE = 10_000

type Props = {
  at: PlanAt
  workedOut: BudgetWorkedOut
  nameOf: (id: string) => string
  format: Format
  dirty: boolean
}

/** Paid spend that does not keep to the stages of the year; an exception is allowed with its reason (P4.06). */
export function StageCard({ at, workedOut, nameOf, format, dirty }: Props) {
  const t = useStrings(treeStrings)
  const mayAllow = usePermissions().includes('plan:approve')
  const [asked, setAsked] = useState<{ ruleId: string; lineId: string } | null>(null)
  const { stages } = workedOut
  if (stages.length === 0) return null
  return (
    <Card title={t.stages}>
      <ul className={styles.list}>
        {stages.map((finding) => (
          <li key={`${finding.ruleId}:${finding.lineIds.join()}`} className={styles.item}>
            <StageText finding={finding} nameOf={nameOf} format={format} />
            {finding.code === 'paused_spend' && mayAllow && !dirty && (
              <Button
                size="small"
                onClick={() => setAsked({ ruleId: finding.ruleId, lineId: finding.lineIds[0] ?? '' })}
              >
                {t.allow}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <AllowDialog at={at} asked={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function StageText({
  finding,
  nameOf,
  format,
}: {
  finding: StageFinding
  nameOf: (id: string) => string
  format: Format
}) {
  const t = useStrings(treeStrings)
  const words: Record<StageFinding['code'], string> = {
    paused_spend: t.stagePaused,
    spans_paused: t.stageSpans,
    below_band: t.stageBelow,
    above_band: t.stageAbove,
    base_unknown: t.stageUnknown,
  }
  const share = (bp: number) => format.percent(bp / WHOLE)
  const isBand = finding.maxBp > 0
  return (
    <span>
      <span className={styles.where}>{`${finding.ruleName} · ${finding.lineIds.map(nameOf).join('、')} · `}</span>
      <span className={styles.what}>{words[finding.code]}</span>
      <br />
      <span className={styles.hint}>
        {[
          finding.spendCents === null ? '' : format.short(finding.spendCents, 'money'),
          finding.shareBp === null ? '' : share(finding.shareBp),
          isBand ? t.stageBand(share(finding.minBp), share(finding.maxBp)) : '',
          isBand && finding.baseAssumed ? t.baseAssumed : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  )
}

function AllowDialog({
  at,
  asked,
  onClose,
}: {
  at: PlanAt
  asked: { ruleId: string; lineId: string }
  onClose: () => void
}) {
  const t = useStrings(treeStrings)
  const allow = useAllowInStage(at)
  return (
    <DialogForm<{ reason: string }>
      title={t.allowTitle}
      open
      submitText={t.allow}
      pending={allow.isPending}
      error={allow.error}
      onSubmit={({ reason }) => allow.mutate({ ...asked, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t.allowReason} help={t.allowHelp} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </DialogForm>
  )
}
