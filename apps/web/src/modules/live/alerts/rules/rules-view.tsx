import type { AlertRuleInfo } from '@zhanggui/contract'
import { Button, Switch } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { SeverityTag } from '../severity-tag.tsx'
import { strings } from '../strings.ts'
import { useRules, useSwitchRule } from '../use-alerts.ts'
import { useRoleName } from '../use-role-name.ts'
import { LibraryDialog } from './library-dialog.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import styles from './rules.module.css'
import { rulesStrings } from './rules-strings.ts'

type Open = { kind: 'library' } | { kind: 'new' } | { kind: 'edit' | 'replay'; rule: AlertRuleInfo }

/** What the shop watches: each rule in a sentence, how it stands, and whether it is on. */
export default function RulesView() {
  const t = useStrings(rulesStrings)
  const empty = useStrings(strings)
  const [open, setOpen] = useState<Open | null>(null)
  const mayWrite = usePermissions().includes('plan:write')
  const query = useRules()
  const close = () => setOpen(null)
  const buttons = mayWrite && (
    <>
      <Button onClick={() => setOpen({ kind: 'library' })}>{t.library}</Button>
      <Button type="primary" onClick={() => setOpen({ kind: 'new' })}>
        {t.add}
      </Button>
    </>
  )
  return (
    <Card title={empty.rules} extra={<div className={styles.buttons}>{buttons}</div>}>
      <PanelBody
        query={query}
        height={420}
        isEmpty={(rules) => rules.length === 0}
        empty={<EmptyState title={empty.noRules} text={empty.noRulesText} />}
      >
        {(rules) => <RuleTable rules={rules} mayWrite={mayWrite} onOpen={(kind, rule) => setOpen({ kind, rule })} />}
      </PanelBody>
      {open?.kind === 'library' && <LibraryDialog onClose={close} />}
      {open?.kind === 'new' && <RuleDialog onClose={close} />}
      {open?.kind === 'edit' && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.kind === 'replay' && <ReplayDialog rule={open.rule} onClose={close} />}
    </Card>
  )
}

type TableProps = {
  rules: readonly AlertRuleInfo[]
  mayWrite: boolean
  onOpen: (kind: 'edit' | 'replay', rule: AlertRuleInfo) => void
}

function RuleTable({ rules, mayWrite, onOpen }: TableProps) {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  const roleName = useRoleName()
  const turn = useSwitchRule()
  const nameOfRule = ({ body }: AlertRuleInfo): string => (language === 'zh' ? body.nameZh : body.nameEn)
  const columns: Column<AlertRuleInfo>[] = [
    {
      key: 'rule',
      title: t.rule,
      width: 190,
      render: (rule) => <span className={styles.name}>{nameOfRule(rule)}</span>,
    },
    {
      key: 'condition',
      title: t.condition,
      render: (rule) => (
        <span className={styles.sentence}>{language === 'zh' ? rule.sentenceZh : rule.sentenceEn}</span>
      ),
    },
    { key: 'severity', title: t.severity, render: ({ body }) => <SeverityTag severity={body.severity} /> },
    { key: 'owner', title: t.owner, render: ({ body }) => roleName(body.owner) },
    { key: 'now', title: t.now, render: (rule) => <Standing rule={rule} /> },
    {
      key: 'actions',
      title: '',
      render: (rule) => (
        <div className={styles.buttons}>
          <Switch
            size="small"
            checked={rule.enabled}
            disabled={!mayWrite}
            aria-label={`${t.on} ${nameOfRule(rule)}`}
            onChange={(enabled) => turn.mutate({ id: rule.id, enabled })}
          />
          <Button
            type="link"
            size="small"
            onClick={() => onOpen('replay', rule)}
            aria-label={`${t.replay} ${nameOfRule(rule)}`}
          >
            {t.replay}
          </Button>
          {mayWrite && (
            <Button
              type="link"
              size="small"
              onClick={() => onOpen('edit', rule)}
              aria-label={`${t.edit} ${nameOfRule(rule)}`}
            >
              {t.edit}
            </Button>
          )}
        </div>
      ),
    },
  ]
  return <DataTable columns={columns} rows={rules} rowKey={({ id }) => id} label={t.rule} />
}

function Standing({ rule }: { rule: AlertRuleInfo }) {
  const t = useStrings(rulesStrings)
  const language = useLanguage()
  const format = useFormat()
  const problem = language === 'zh' ? rule.problemZh : rule.problemEn
  if (!rule.enabled) return <span className={styles.faint}>{t.off}</span>
  if (problem) return <span title={problem}>{t.problem}</span>
  if (rule.firing > 0) return <span className={styles.firing}>{t.firing(format.count(rule.firing))}</span>
  if (rule.evaluatedAt === null) return <span className={styles.faint}>{t.notYet}</span>
  return <span className={styles.faint}>{rule.noData > 0 ? t.noData : t.fine}</span>
}
