import type { ProgrammeInfo, ProgrammeKind } from '@zhanggui/contract'
import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import stack from '../../../../parts/stack.module.css'
import { type ProgrammeAt, useKinds } from '../use-programmes.ts'
import { CasesPanel } from './cases-panel.tsx'
import { EffectsPanel } from './effects-panel.tsx'
import { FactStrip } from './fact-strip.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { ProgrammeHeader } from './programme-header.tsx'
import { strings } from './strings.ts'
import { TermsPanel } from './terms-panel.tsx'

const RetentionPanel = lazy(() => import('./retention-panel.tsx'))

export type ProgrammeProps = { at: ProgrammeAt; programme: ProgrammeInfo; kind: ProgrammeKind }

const TABS = ['cases', 'toDo', 'ledger', 'terms', 'retention'] as const
type Tab = (typeof TABS)[number]

/** Everything about one programme; which part is open stands in the address. */
export function ProgrammeView({ at, programme }: Omit<ProgrammeProps, 'kind'>) {
  const kind = useKinds(at.store).data?.find((one) => one.kind === programme.kind)
  return kind ? <Parts at={at} programme={programme} kind={kind} /> : null
}

function Parts({ at, programme, kind }: ProgrammeProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const names: Record<Tab, string> = {
    cases: t.casesTab,
    toDo: t.toDoTab(format.count(programme.toDo)),
    ledger: t.ledgerTab,
    terms: t.termsTab,
    retention: t.retentionTab,
  }
  const shown = TABS.filter((tab) => tab !== 'retention' || kind.kind === 'subscription')
  const tab = shown.find((one) => one === get('tab')) ?? 'cases'
  const props = { at, programme, kind }
  return (
    <div className={stack.stack}>
      <ProgrammeHeader {...props} />
      <FactStrip facts={programme.facts} />
      <Tabs
        aria-label={t.tabs}
        activeKey={tab}
        onChange={(next) => set({ tab: next === 'cases' ? null : next, case: null }, { replace: true })}
        items={shown.map((key) => ({ key, label: names[key] }))}
      />
      {tab === 'cases' && <CasesPanel {...props} />}
      {tab === 'toDo' && <EffectsPanel at={at} />}
      {tab === 'ledger' && <LedgerPanel at={at} programme={programme} />}
      {tab === 'terms' && <TermsPanel {...props} />}
      {tab === 'retention' && (
        <Suspense>
          <RetentionPanel at={at} />
        </Suspense>
      )}
    </div>
  )
}
