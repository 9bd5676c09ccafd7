import type { ApprovalRule } from '@zhanggui/contract'
import { App, Select, Switch } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { useSetRule } from './use-approvals.ts'

const HOURS = [24, 72, 168]

/** What needs a second person in this shop, how long a request waits, and who that person could be. */
export function RuleTable({ store, rules }: { store: string; rules: readonly ApprovalRule[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const set = useSetRule(store)
  const readOnly = !usePermissions().includes('store:manage')
  const change = (rule: ApprovalRule, part: Partial<Pick<ApprovalRule, 'enabled' | 'expiryHours'>>) => {
    const { kind, enabled, expiryHours } = { ...rule, ...part }
    set.mutate(
      { kind, enabled, expiryHours },
      { onSuccess: ({ performed }) => void message.info(performed ? t.ruleSaved : t.relaxWaits) },
    )
  }
  const columns: Column<ApprovalRule>[] = [
    { key: 'kind', title: t.kind, render: (rule) => nameOf(rule, language) },
    {
      key: 'needs',
      title: t.needs,
      render: (rule) =>
        rule.fixed ? (
          t.always
        ) : (
          <Switch
            checked={rule.enabled}
            disabled={readOnly || set.isPending}
            aria-label={`${t.needs} ${nameOf(rule, language)}`}
            onChange={(enabled) => change(rule, { enabled })}
          />
        ),
    },
    {
      key: 'expiry',
      title: t.expiry,
      render: (rule) => (
        <Select
          size="small"
          value={rule.expiryHours}
          disabled={readOnly || !rule.enabled || set.isPending}
          aria-label={`${t.expiry} ${nameOf(rule, language)}`}
          options={[...new Set([...HOURS, rule.expiryHours])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: t.hours(String(value)) }))}
          onChange={(expiryHours) => change(rule, { expiryHours })}
        />
      ),
    },
    {
      key: 'approvers',
      title: t.approvers,
      render: (rule) => {
        if (rule.approvers === 0) return t.none
        return rule.singlePerson ? t.alone : t.people(format.count(rule.approvers))
      },
    },
  ]
  return (
    <>
      {set.isError && <Problem compact error={set.error} />}
      <DataTable label={t.rules} columns={columns} rows={rules} rowKey={({ kind }) => kind} />
    </>
  )
}
