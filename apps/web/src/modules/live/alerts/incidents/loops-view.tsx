import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { strings } from '../strings.ts'
import { useIncidents } from '../use-alerts.ts'
import { IncidentList } from './incident-list.tsx'

/** What is over but nobody wrote down what came of it. */
export default function LoopsView() {
  const t = useStrings(strings)
  return (
    <PanelBody
      query={useIncidents('loop=open&limit=200')}
      height={320}
      isEmpty={(loops) => loops.length === 0}
      empty={<EmptyState title={t.noLoops} text={t.noLoopsText} />}
    >
      {(loops) => <IncidentList incidents={loops} label={t.loops} />}
    </PanelBody>
  )
}
