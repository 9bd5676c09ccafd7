import type { CheckedFinding, PlanFindings } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { filterFindings, groupFindings, isState, verdictOf } from './filter-findings.ts'
import { FindingFilters } from './finding-filters.tsx'
import { FindingGroupCard } from './finding-group.tsx'
import styles from './findings-view.module.css'
import { checkStrings } from './strings.ts'

/** The verdict first, then the findings that the URL asks for. */
export function FindingsView({ at, found }: { at: PlanAt; found: PlanFindings }) {
  const { get } = useSearchState()
  const [asked, setAsked] = useState<CheckedFinding | null>(null)
  const level = get('level')
  const filter = { level: isState(level) ? level : null, part: get('part'), search: get('q') ?? '' }
  const shown = filterFindings(found.findings, filter)
  if (found.findings.length === 0) return <Passed at={at} accepted={0} />
  return (
    <div className={styles.view}>
      <Verdict at={at} found={found} />
      <FindingFilters found={found} filter={filter} />
      {groupFindings(shown).map((group) => (
        <FindingGroupCard key={`${group.state} ${group.part}`} at={at} group={group} onAcknowledge={setAsked} />
      ))}
      {shown.length === 0 && <Nothing />}
      {asked && <AcknowledgeDialog at={at} finding={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Verdict({ at, found }: { at: PlanAt; found: PlanFindings }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const { counts, checkedOn } = found
  const verdict = verdictOf(counts)
  if (verdict === 'passed') return <Passed at={at} accepted={counts.acknowledged} />
  const text = verdict === 'blocked' ? t.blocked(format.count(counts.error)) : t[verdict]
  return (
    <p className={styles.verdict} data-verdict={verdict} role="status">
      <span>{text}</span>
      <span className={styles.day}>{t.checkedOn(format.longDay(checkedOn))}</span>
    </p>
  )
}

function Passed({ at, accepted }: { at: PlanAt; accepted: number }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const text = accepted > 0 ? t.passedAccepted(format.count(accepted)) : t.passedText
  const action = (
    <Link to={`/stores/${at.store}/goals/plans/${at.plan}`}>
      <Button tabIndex={-1} type="primary">
        {t.toPlan}
      </Button>
    </Link>
  )
  return <EmptyState title={t.passed} text={text} action={action} />
}

function Nothing() {
  const t = useStrings(checkStrings)
  const { set } = useSearchState()
  const action = <Button onClick={() => set({ level: null, part: null, q: null })}>{t.showAll}</Button>
  return <EmptyState title={t.nothingHere} text={t.nothingHereText} action={action} />
}
