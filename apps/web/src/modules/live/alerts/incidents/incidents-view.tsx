import type { IncidentInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../../parts/figure-strip.tsx'
import { Panel, PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { strings } from '../strings.ts'
import { useAddLibrary, useIncidents, useRules } from '../use-alerts.ts'
import { IncidentList } from './incident-list.tsx'
import { useSeenInbox } from './use-seen-inbox.ts'

const RANK = { critical: 0, warning: 1, info: 2 } as const

/** The gravest first, within it the newest. */
const bySeverity = (a: IncidentInfo, b: IncidentInfo): number => RANK[a.severity] - RANK[b.severity] || b.id - a.id

const isOver = ({ state }: IncidentInfo): boolean => state === 'resolved'
const isOpenLoop = (one: IncidentInfo): boolean => isOver(one) && one.result === null && one.severity !== 'info'

/** What is wrong now, the gravest first, and what is over. */
export default function IncidentsView() {
  const t = useStrings(strings)
  const query = useIncidents('limit=200')
  useSeenInbox()
  return (
    <PanelBody query={query} height={520}>
      {(incidents) => {
        const open = incidents.filter((one) => !isOver(one)).toSorted(bySeverity)
        return (
          <div className={stack.stack}>
            <Figures incidents={incidents} open={open} />
            {open.length === 0 ? <Nothing /> : <IncidentList incidents={open} label={t.incidents} />}
            <Panel
              query={query}
              height={120}
              title={t.history}
              isEmpty={(all) => !all.some(isOver)}
              empty={<EmptyState title={t.noHistory} />}
            >
              {(all) => <IncidentList incidents={all.filter(isOver).slice(0, 30)} label={t.history} quiet />}
            </Panel>
          </div>
        )
      }}
    </PanelBody>
  )
}

function Figures({ incidents, open }: { incidents: readonly IncidentInfo[]; open: readonly IncidentInfo[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const counts = [
    { label: t.openNow, n: open.length, tone: open.length > 0 ? ('warn' as const) : undefined },
    { label: t.criticalNow, n: open.filter(({ severity }) => severity === 'critical').length, tone: 'bad' as const },
    { label: t.unowned, n: open.filter(({ state }) => state === 'open').length, tone: 'warn' as const },
    { label: t.openLoops, n: incidents.filter(isOpenLoop).length, tone: undefined },
  ]
  return (
    <FigureStrip label={t.title}>
      {counts.map(({ label, n, tone }) => (
        <FigureTile key={label} label={label} value={format.count(n)} exact={n} tone={n > 0 ? tone : undefined} />
      ))}
    </FigureStrip>
  )
}

/** Nothing is wrong, or nothing is watched: two very different things. */
function Nothing() {
  const t = useStrings(strings)
  const rules = useRules()
  const add = useAddLibrary()
  const mayWrite = usePermissions().includes('plan:write')
  if (rules.data?.length !== 0) return <EmptyState title={t.nothing} text={t.nothingText} />
  const button = (
    <Button type="primary" loading={add.isPending} onClick={() => add.mutate(undefined)}>
      {t.addLibrary}
    </Button>
  )
  return <EmptyState title={t.noRules} text={t.noRulesText} action={mayWrite ? button : undefined} />
}
